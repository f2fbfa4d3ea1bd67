using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Detectors;
using VideoGate.Storage;
using VideoGate.Tests.Support;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Detectors;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class DetectorTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Ask_DetectorAnswers_GetsASignedAddressOfTheVideoAndItsScoreIsKept()
    {
        // Arrange
        await using var server = await DetectorServer.StartAsync((http, _) => http.Response.WriteAsync(
            """{"score":0.93,"model":"acme-2","words":"Hands with six fingers."}"""));
        var (ask, held) = await AskAsync(server.Options());

        // Act
        var check = await ask.RunAsync(new("case", held, 1, []), default);

        // Assert
        var judged = new DetectorResult("acme", DetectorState.Judged, 0.93, "acme-2", "Hands with six fingers.");
        Assert.Equal(judged, Assert.Single(check.Results));
        Assert.Null(check.Wait);
        var (body, id, timestamp, signature) = server.Last;
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(timestamp, CultureInfo.InvariantCulture));
        Assert.Equal(WebhookSecret.Sign(new WebhookEndpoint { Secret = DetectorServer.Secret }, id, at, body), signature);
        using var http = new HttpClient();
        var read = await http.GetByteArrayAsync(JsonDocument.Parse(body).RootElement.GetProperty("video").GetString());
        Assert.Equal("video", Encoding.UTF8.GetString(read));
    }

    [Fact]
    public async Task Ask_DetectorIsAway_IsAskedAgainUpToItsCallsThenUnavailable()
    {
        await using var server = await DetectorServer.StartAsync((http, _) =>
        {
            http.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        var options = server.Options();
        options.MaxCalls = 2;
        var (ask, held) = await AskAsync(options);

        var first = await ask.RunAsync(new("case", held, 1, []), default);
        var last = await ask.RunAsync(new("case", held, 2, first.Results), default);

        Assert.NotNull(first.Wait);
        Assert.Null(last.Wait);
        Assert.Equal(DetectorState.Unavailable, Assert.Single(last.Results).State);
        Assert.Equal(2, server.Calls);
    }

    [Fact]
    public async Task Ask_AnsweredBeforeOrTooLarge_IsNotCalled()
    {
        await using var server = await DetectorServer.StartAsync((http, _) => http.Response.WriteAsync("""{"score":1}"""));
        var options = server.Options();
        var (ask, held) = await AskAsync(options);
        var known = new DetectorResult("acme", DetectorState.Judged, 0.5);

        var again = await ask.RunAsync(new("case", held, 2, [known]), default);
        options.MaxBytes = 1;
        var large = await ask.RunAsync(new("case", held, 1, []), default);

        Assert.Equal(known, Assert.Single(again.Results));
        Assert.Equal((DetectorState.Unavailable, null), (Assert.Single(large.Results).State, large.Wait));
        Assert.Equal(0, server.Calls);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(302)]
    public async Task Ask_DetectorRefuses_IsUnavailableAtOnce(int status)
    {
        await using var server = await DetectorServer.StartAsync((http, _) =>
        {
            http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var (ask, held) = await AskAsync(server.Options());

        var check = await ask.RunAsync(new("case", held, 1, []), default);

        Assert.Equal((DetectorState.Unavailable, null), (Assert.Single(check.Results).State, check.Wait));
    }

    private async Task<(AskDetectors Ask, HeldVideo Held)> AskAsync(DetectorOptions options)
    {
        var storage = await TestStorage.StartAsync(azurite);
        var place = new BlobLocation(Containers.Quarantine, $"{Guid.NewGuid():N}.mp4");
        BlobContentInfo stored = await storage.Blob(place).UploadAsync(BinaryData.FromString("video"));
        var settings = Options.Create(options);
        var ask = new AskDetectors(storage, new DetectorClient(settings, TimeProvider.System), settings, TimeProvider.System);
        return (ask, new(place, stored.ETag.ToString(), 5));
    }
}
