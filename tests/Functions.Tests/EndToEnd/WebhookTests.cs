using System.Globalization;
using System.Text.Json;
using VideoGate.Cases;
using VideoGate.Testing.App;
using VideoGate.Tests.Webhooks;
using VideoGate.Webhooks;

namespace VideoGate.Tests.EndToEnd;

/// <summary>Deliveries to receivers while the app runs, fails and recovers.</summary>
[Trait("Needs", "services")]
public sealed class WebhookTests
{
    [Fact]
    public async Task Upload_ReceiverFailsAndTheAppIsKilled_IsToldOnceItTakesTheEvent()
    {
        await using var receiver = await WebhookReceiver.StartAsync((http, request) =>
        {
            http.Response.StatusCode = request == 1 ? 500 : 204;
            return Task.CompletedTask;
        });
        await using var gate = await RunningGate.StartAsync(settings =>
        {
            settings["Webhooks__Endpoints__0__Url"] = receiver.Endpoint.Url!.AbsoluteUri;
            settings["Webhooks__Endpoints__0__Secret"] = WebhookReceiver.Secret;
            settings["Webhooks__LoopbackTargets__0"] = receiver.Target;
        }, keepsOrchestrations: true);

        var caseId = await gate.UploadAsync("told.mp4", Videos.Labelled);
        await gate.UntilAsync(caseId, moderated => moderated.State is CaseState.Quarantined);
        await UntilAsync(() => receiver.Received.Count >= 1);
        await gate.App.KillAsync();
        await gate.App.StartAsync();
        await UntilAsync(() => receiver.Received.Count >= 2);

        var last = receiver.Received.Last();
        var told = JsonDocument.Parse(last.Body).RootElement;
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(last.Timestamp, CultureInfo.InvariantCulture));
        Assert.Single(receiver.Received.Select(received => (received.Id, received.Body)).Distinct());
        Assert.Equal(WebhookSecret.Sign(receiver.Endpoint, last.Id, sent, last.Body), last.Signature);
        Assert.Equal(("videogate.moderation.case.quarantined.v1", caseId),
            (told.GetProperty("type").GetString(), told.GetProperty("subject").GetString()));
        Assert.DoesNotContain(await gate.ListAsync("cases"), name => name.StartsWith("webhooks/outbox/", StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!condition())
        {
            await Task.Delay(100, timeout.Token);
        }
    }
}
