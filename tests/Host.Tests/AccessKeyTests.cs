using System.Net;
using System.Text.Json;
using Azure.Storage.Blobs;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

[Collection<SharesRunningHost>, Trait("Needs", "services")]
public sealed class AccessKeyTests(RunningHost running)
{
    private const string Instances = "runtime/webhooks/durabletask/instances/unknown";
    private const string Blobs = "runtime/webhooks/blobs?functionName=Host.Functions.Arrived";

    private readonly HostProcess _host = running.Host;

    [Fact]
    public async Task SecretsFile_OfANewHost_HasTheFormOfTheFunctionsHost()
    {
        // Act
        var secrets = await _host.SecretsAsync();

        // Assert
        var system = secrets.GetProperty("systemKeys").EnumerateArray().ToArray();
        var function = Assert.Single(secrets.GetProperty("functionKeys").EnumerateArray());
        Assert.Equal(["blobs_extension", "durabletask_extension"], system.Select(Name).Order());
        Assert.Equal(("master", "default"), (Name(secrets.GetProperty("masterKey")), Name(function)));
        Assert.All([.. system, function, secrets.GetProperty("masterKey")], key => Assert.False(key.GetProperty("encrypted").GetBoolean()));
        Assert.All([.. system, function], key => Assert.True(Value(key).Length >= 40));
    }

    [Theory]
    [InlineData("api/locked", "master", HttpStatusCode.OK)]
    [InlineData("api/locked", "default", HttpStatusCode.OK)]
    [InlineData("api/locked", "blobs_extension", HttpStatusCode.Unauthorized)]
    [InlineData("api/for-admins", "master", HttpStatusCode.OK)]
    [InlineData("api/for-admins", "default", HttpStatusCode.Unauthorized)]
    [InlineData(Instances, null, HttpStatusCode.Unauthorized)]
    [InlineData(Instances, "default", HttpStatusCode.Unauthorized)]
    [InlineData(Instances, "blobs_extension", HttpStatusCode.Unauthorized)]
    [InlineData(Instances, "durabletask_extension", HttpStatusCode.NotFound)]
    [InlineData(Instances, "master", HttpStatusCode.NotFound)]
    [InlineData("runtime/webhooks/unknown", "master", HttpStatusCode.NotFound)]
    public async Task Get_WithAKey_OpensWhatTheKeyIsFor(string path, string? key, HttpStatusCode expected)
    {
        // Act
        using var response = await _host.GetAsync(path, await KeyAsync(key));

        // Assert
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Get_WithAKeyInTheQuery_IsAnswered()
    {
        // Act
        using var response = await _host.GetAsync($"api/locked?code={await KeyAsync("default")}");

        // Assert
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData("default", HttpStatusCode.Unauthorized)]
    [InlineData("durabletask_extension", HttpStatusCode.Unauthorized)]
    [InlineData("blobs_extension", HttpStatusCode.OK)]
    public async Task BlobWebhook_WithAKey_ValidatesASubscription(string? key, HttpStatusCode expected)
    {
        // Arrange
        using var request = new HttpRequestMessage(HttpMethod.Post, Blobs);
        request.Headers.Add("aeg-event-type", "SubscriptionValidation");
        request.Headers.Add("x-functions-key", await KeyAsync(key) ?? "none");
        request.Content =
            new StringContent(
                """[{"id":"1","topic":"t","subject":"s","eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-01-01T00:00:00Z","dataVersion":"1","data":{"validationCode":"code-7"}}]""");

        // Act
        using var response = await _host.Http.SendAsync(request);

        // Assert
        var answer = await response.Content.ReadAsStringAsync();
        Assert.Equal((expected, expected is HttpStatusCode.OK), (response.StatusCode, answer.Contains("code-7", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Tick", null, HttpStatusCode.Unauthorized)]
    [InlineData("Tick", "default", HttpStatusCode.Unauthorized)]
    [InlineData("Tick", "master", HttpStatusCode.Accepted)]
    [InlineData("Echo", "master", HttpStatusCode.NotFound)]
    public async Task Admin_WithAKey_RunsATimerByHand(string function, string? key, HttpStatusCode expected)
    {
        // Act
        using var response = await _host.PostAsync($"admin/functions/{function}", await KeyAsync(key));

        // Assert
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Admin_RunsATimer_ThatRunsThen()
    {
        // Arrange
        var ticks = new BlobClient(running.Storage, "ticks", "ticks");
        async Task<long> LengthAsync() => await ticks.ExistsAsync() ? (await ticks.GetPropertiesAsync()).Value.ContentLength : 0;
        var before = await LengthAsync();

        // Act
        using var response = await _host.PostAsync("admin/functions/tick", await KeyAsync("master"));

        // Assert
        await Eventually.GetAsync(async () => await LengthAsync() > before ? "" : null);
    }

    [Fact]
    public async Task Blob_ThatArrives_TriggersItsFunctionByEventGrid()
    {
        // Arrange
        var container = new BlobContainerClient(running.Storage, "arrivals");
        await container.CreateIfNotExistsAsync();

        // Act
        await container.UploadBlobAsync("folder/first name.txt", BinaryData.FromString("1"));

        // Assert
        await _host.MarkedAsync("arrivals", "folder/first name.txt folder/first name.txt");
    }

    private static string Name(JsonElement key) => key.GetProperty("name").GetString()!;

    private static string Value(JsonElement key) => key.GetProperty("value").GetString()!;

    private async Task<string?> KeyAsync(string? name)
    {
        var secrets = await _host.SecretsAsync();
        JsonElement[] keys =
            [secrets.GetProperty("masterKey"), .. secrets.GetProperty("functionKeys").EnumerateArray(),
                .. secrets.GetProperty("systemKeys").EnumerateArray()];
        return name is null ? null : Value(Array.Find(keys, key => Name(key) == name));
    }
}
