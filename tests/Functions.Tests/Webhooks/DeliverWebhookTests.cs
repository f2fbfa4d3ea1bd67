using VideoGate.Tests.Replay;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

/// <summary>The orchestration on Microsoft's replay with a virtual clock.</summary>
public sealed class DeliverWebhookTests
{
    private static readonly WebhookDelivery Delivery = new("msg_1", "case", "type", "endpoint", "{}");

    private readonly VirtualEngine _engine = new();
    private readonly List<DateTimeOffset> _attempts = [];
    private readonly List<AbandonedDelivery> _abandoned = [];

    [Fact]
    public void Run_TakenAtOnce_IsSentOnce()
    {
        Assert.True(Run(_ => new(true, "204")));

        Assert.Single(_attempts);
        Assert.Empty(_abandoned);
    }

    [Fact]
    public void Run_TakenInTheEnd_IsSentAgainAfterGrowingWaits()
    {
        Assert.True(Run(attempt => attempt < 5 ? throw new IOException("away") : new(true, "204")));

        var waits = _attempts.Zip(_attempts.Skip(1), (earlier, later) => later - earlier).ToList();
        Assert.Equal(4, waits.Count);
        Assert.Equal(waits.Order(), waits);
        Assert.Empty(_abandoned);
    }

    [Fact]
    public void Run_NeverTaken_IsGivenUpAfterABoundedTimeAndRecorded()
    {
        Assert.False(Run(_ => new(false, "The endpoint answered 500.")));

        Assert.Equal(DeliverySchedule.Attempts, _attempts.Count);
        Assert.InRange(_attempts[^1] - _attempts[0], TimeSpan.FromDays(1), TimeSpan.FromDays(2));
        Assert.Equal(new AbandonedDelivery(Delivery, DeliverySchedule.Attempts, "The endpoint answered 500."), Assert.Single(_abandoned));
    }

    [Fact]
    public void Run_ReceiverUnsubscribes_IsNotSentAgain()
    {
        Assert.False(Run(_ => new(false, "The endpoint answered 410.", Final: true)));

        Assert.Single(_attempts);
        Assert.Single(_abandoned);
    }

    [Fact]
    public void Run_ReceiverAsksForTime_GetsIt()
    {
        Run(attempt => attempt == 1 ? new(false, "429", TimeSpan.FromHours(1)) : new(true, "204"));

        Assert.InRange(_attempts[1] - _attempts[0], TimeSpan.FromHours(1), TimeSpan.FromHours(1.1));
    }

    [Theory]
    [InlineData(1, 100_000, 8 * 3600)]
    [InlineData(1, 0, 5)]
    [InlineData(1, -5, 5)]
    public void WaitAfter_WhatTheReceiverAsksFor_IsGrantedWithinBounds(int attempt, int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), DeliverySchedule.WaitAfter(attempt, TimeSpan.FromSeconds(asked)));

    private bool Run(Func<int, DeliveryAnswer> answer)
    {
        _engine
            .Orchestrator<WebhookDelivery, bool>(nameof(DeliverWebhook), DeliverWebhook.RunAsync)
            .Activity(nameof(SendWebhook), _ =>
            {
                _attempts.Add(_engine.Time.GetUtcNow());
                return answer(_attempts.Count);
            })
            .Activity(nameof(RecordAbandonedWebhook), call =>
            {
                _abandoned.Add(call.Input<AbandonedDelivery>());
                return null;
            });
        var instance = _engine.Start(nameof(DeliverWebhook), Delivery);
        _engine.Run();
        return instance.Result<bool>();
    }
}
