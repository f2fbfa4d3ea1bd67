using System.Globalization;
using Microsoft.Extensions.Options;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

public sealed class WebhookClientTests
{
    private static readonly WebhookDelivery Delivery = new("msg_1", "case", "type", "endpoint", """{"name":"视频"}""");

    [Fact]
    public async Task Send_Event_IsSignedAsItArrives()
    {
        await using var receiver = await WebhookReceiver.StartAsync(204);

        var answer = await SendAsync(receiver);

        var received = Assert.Single(receiver.Received);
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(received.Timestamp, CultureInfo.InvariantCulture));
        Assert.True(answer.Delivered);
        Assert.Equal(("msg_1", Delivery.Body), (received.Id, received.Body));
        Assert.Equal("application/cloudevents+json; charset=utf-8", received.ContentType);
        Assert.Equal(WebhookSecret.Sign(receiver.Endpoint, received.Id, sent, received.Body), received.Signature);
        Assert.InRange(DateTimeOffset.UtcNow - sent, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Send_Redirect_IsNotFollowed()
    {
        await using var elsewhere = await WebhookReceiver.StartAsync(204);
        await using var receiver = await WebhookReceiver.StartAsync((http, _) =>
        {
            http.Response.Redirect($"http://{elsewhere.Target}/");
            return Task.CompletedTask;
        });

        var answer = await SendAsync(receiver);

        Assert.Equal((false, false, "The endpoint answered 302."), (answer.Delivered, answer.Final, answer.Detail));
        Assert.Empty(elsewhere.Received);
    }

    [Fact]
    public async Task Send_Gone_IsFinal()
    {
        await using var receiver = await WebhookReceiver.StartAsync(410);

        Assert.Equal(new DeliveryAnswer(false, "The endpoint answered 410.", Final: true), await SendAsync(receiver));
    }

    [Fact]
    public async Task Send_TooManyRequests_SaysHowLongToWait()
    {
        await using var receiver = await WebhookReceiver.StartAsync((http, _) =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        });

        Assert.Equal(TimeSpan.FromMinutes(2), (await SendAsync(receiver)).RetryAfter);
    }

    [Fact]
    public async Task Send_EndlessAnswer_IsNotReadToItsEnd()
    {
        await using var receiver = await WebhookReceiver.StartAsync(async (http, _) =>
        {
            var block = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(block, http.RequestAborted);
            }
        });

        Assert.True((await SendAsync(receiver).WaitAsync(TimeSpan.FromSeconds(30))).Delivered);
    }

    [Fact]
    public async Task Send_NoAnswerInTime_IsAFailureAndNoException()
    {
        await using var receiver = await WebhookReceiver.StartAsync((http, _) => Task.Delay(TimeSpan.FromMinutes(1), http.RequestAborted));

        Assert.Equal("No answer in time.", (await SendAsync(receiver, timeout: TimeSpan.FromSeconds(1))).Detail);
    }

    [Fact]
    public async Task Send_AddressOfThisMachineThatIsNotNamed_IsRefused()
    {
        // Arrange
        await using var receiver = await WebhookReceiver.StartAsync(204);

        // Act
        var answer = await SendAsync(receiver, allowed: false);

        // Assert
        Assert.Contains("not public", answer.Detail, StringComparison.Ordinal);
        Assert.Empty(receiver.Received);
    }

    private static async Task<DeliveryAnswer> SendAsync(WebhookReceiver receiver, bool allowed = true, TimeSpan? timeout = null)
    {
        var options = new WebhookOptions { Timeout = timeout ?? TimeSpan.FromSeconds(20) };
        if (allowed)
        {
            options.LoopbackTargets.Add(receiver.Target);
        }

        using var client = new WebhookClient(Options.Create(options), TimeProvider.System);
        return await client.SendAsync(receiver.Endpoint, Delivery, CancellationToken.None);
    }
}
