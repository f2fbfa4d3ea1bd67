using DurableTask.Tests.Harness;
using Serverless.Webhooks;

namespace Serverless.Tests.Webhooks;

/// <summary>The orchestration on the real engine with a clock that jumps.</summary>
public sealed class DeliverWebhookTests : IAsyncDisposable
{
    private static readonly WebhookDelivery Delivery = new("msg_1", "case", "type", "endpoint", "{}");

    private readonly ManualTime _time = new() { JumpsToAlarms = true };
    private readonly List<DateTimeOffset> _attempts = [];
    private readonly List<AbandonedDelivery> _abandoned = [];
    private EngineHost? _host;

    [Fact]
    public async Task Run_TakenAtOnce_IsSentOnce()
    {
        Assert.True(await RunAsync(_ => new(true, "204")));

        Assert.Single(_attempts);
        Assert.Empty(_abandoned);
    }

    [Fact]
    public async Task Run_TakenInTheEnd_IsSentAgainAfterGrowingWaits()
    {
        Assert.True(await RunAsync(attempt => attempt < 5 ? throw new IOException("away") : new(true, "204")));

        var waits = _attempts.Zip(_attempts.Skip(1), (earlier, later) => later - earlier).ToList();
        Assert.Equal(4, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.Empty(_abandoned);
    }

    [Fact]
    public async Task Run_NeverTaken_IsGivenUpAfterABoundedTimeAndRecorded()
    {
        Assert.False(await RunAsync(_ => new(false, "The endpoint answered 500.")));

        Assert.Equal(DeliverySchedule.Attempts, _attempts.Count);
        Assert.InRange(_attempts[^1] - _attempts[0], TimeSpan.FromDays(1), TimeSpan.FromDays(2));
        Assert.Equal(new AbandonedDelivery(Delivery, DeliverySchedule.Attempts, "The endpoint answered 500."), Assert.Single(_abandoned));
    }

    [Fact]
    public async Task Run_ReceiverUnsubscribes_IsNotSentAgain()
    {
        Assert.False(await RunAsync(_ => new(false, "The endpoint answered 410.", Final: true)));

        Assert.Single(_attempts);
        Assert.Single(_abandoned);
    }

    [Fact]
    public async Task Run_ReceiverAsksForTime_GetsIt()
    {
        await RunAsync(attempt => attempt == 1 ? new(false, "429", TimeSpan.FromHours(1)) : new(true, "204"));

        Assert.InRange(_attempts[1] - _attempts[0], TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));
    }

    [Theory]
    [InlineData(1, 100_000, 8 * 3600)]
    [InlineData(1, 0, 5)]
    [InlineData(1, -5, 5)]
    public void WaitAfter_WhatTheReceiverAsksFor_IsGrantedWithinBounds(int attempt, int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DeliverySchedule.WaitAfter(attempt, TimeSpan.FromSeconds(asked)));

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }

    private async Task<bool> RunAsync(Func<int, DeliveryAnswer> answer)
    {
        _host = new EngineHost { Time = _time }
            .Orchestrator(nameof(DeliverWebhook), async context => (object?)await DeliverWebhook.RunAsync(context))
            .Activity(nameof(SendWebhook), _ =>
            {
                _attempts.Add(_time.GetUtcNow());
                return answer(_attempts.Count);
            })
            .Activity(nameof(RecordAbandonedWebhook), call =>
            {
                _abandoned.Add((AbandonedDelivery)call.ReadInput(typeof(AbandonedDelivery))!);
                return (object?)null;
            });
        await _host.StartAsync();
        return (await _host.RunAsync(nameof(DeliverWebhook), Delivery)).ReadOutputAs<bool>();
    }
}
