using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;
using VideoGate.Policies;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Access;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

/// <summary>The running API, with a token issuer whose keys the tests own.</summary>
public sealed class ApiFixture : IAsyncLifetime
{
    // A machine that answers many requests late answers a few of them late again.
    private const int Patience = 20;

    internal static readonly PolicyVersion ActivePolicy = TestPolicies.ById("cn-moderated").Pin;

    private static readonly HttpClient Http = new();

    private TestAuthority _authority = null!;
    private int _cases;

    internal RunningGate Gate { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        Gate = await RunningGate.StartAsync(settings =>
        {
            settings["Identity__Authority"] = _authority.Address.ToString();
            settings["Review__QueueRefresh"] = settings["Review__QueueMaxAge"] = "00:00:00";
            settings["Review__QueueRest"] = "0";
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Gate.DisposeAsync();
        await _authority.DisposeAsync();
    }

    public ValueTask StopIssuerAsync() => _authority.DisposeAsync();

    public string Token(string subject, params string[] roles) => _authority.Token(subject, roles);

    /// <summary>A token with one invalid part.</summary>
    public string SpoiltToken(Action<SecurityTokenDescriptor> spoil)
    {
        ArgumentNullException.ThrowIfNull(spoil);
        var claims = _authority.Claims("mallory", [.. Roles.All]);
        spoil(claims);
        return TestAuthority.Sign(claims);
    }

    /// <summary>Sends the request and fails if <c>openapi.yaml</c> does not describe the response.</summary>
    internal async Task<HttpResponseMessage> SendAsync(ApiRequest request)
    {
        var response = await SendUncheckedAsync(request);
        var operation = Contract.Shipped.Operation(request.Operation);
        Assert.Empty((await Contract.Shipped.DifferencesAsync(operation, response)).Select(difference => $"{operation}: {difference}"));
        return response;
    }

    /// <summary>Sends one of very many requests, whose responses are too expensive to validate one by one.</summary>
    internal async Task<HttpResponseMessage> SendUncheckedAsync(ApiRequest request)
    {
        var operation = Contract.Shipped.Operation(request.Operation);
        using var message = request.ToMessage(operation, Gate.App.Address);
        if (request.Token is { } token)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return await Http.SendAsync(message);
    }

    /// <summary>Sends a request as the API asks its callers to: one that storage did not answer in time is sent again.</summary>
    internal async Task<HttpStatusCode> InsistAsync(ApiRequest request)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var response = await SendUncheckedAsync(request);
            if (response.StatusCode is not HttpStatusCode.ServiceUnavailable || attempt == Patience)
            {
                return response.StatusCode;
            }

            await Task.Delay(response.Headers.RetryAfter!.Delta!.Value);
        }
    }

    /// <summary>Announces an upload through the API.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> AnnounceAsync(string uploader)
    {
        using var response =
            await SendAsync(
                new ApiRequest("CreateUpload", Token(uploader, Roles.Uploader), Body: """{"fileName":"a.mp4","declaration":"notAi"}"""));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("uploadId").GetString()!;
    }

    /// <summary>Makes an uploader with as many upload URLs as one may have, for half an hour.</summary>
    internal async Task<string> BusyUploaderAsync()
    {
        var uploader = $"busy-{Guid.NewGuid():N}";
        var expiry = TimeProvider.System.GetUtcNow().AddMinutes(30);
        for (var index = 0; index < new UploadLimitOptions().GrantsPerUploader; index++)
        {
            var name = UsageNames.Grant(uploader, UploadId.New(), expiry);
            await Gate.Storage.Blob(new(Containers.Cases, name)).UploadAsync(BinaryData.Empty);
        }

        return uploader;
    }

    /// <summary>Starts a backtest.</summary>
    /// <returns>Its id.</returns>
    internal async Task<string> BacktestAsync(string policy, string body)
    {
        using var response = await SendAsync(new ApiRequest("StartBacktest", Token("sue", Roles.SeniorModerator), policy, body));
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("backtestId").GetString()!;
    }

    /// <summary>Publishes a case with notices, as the workflow does.</summary>
    internal Task<StoredCase> PublishAsync() => new Recorded(Gate.Cases, Gate.Audit)
        .CreateAsync(TestCases.PublishedWithNotice($"{Interlocked.Increment(ref _cases)} 公开.mp4"));

    /// <summary>Publishes a labelled copy with the content credentials of its upload beside it, as the workflow does.</summary>
    internal async Task<StoredCase> PublishCopyAsync()
    {
        var published = TestCases.PublishedWithNotice($"{Interlocked.Increment(ref _cases)} 公开.mp4") with
        {
            Labelling = new()
            {
                OrderId = "order",
                Order = new() { Explicit = ExplicitChoice.None },
                At = TestCases.Opened,
                Credentials = new(Containers.Evidence, "credentials.c2pa"),
            },
        };
        var beside = published.Location! with { Name = $"{published.Location.Name}.c2pa" };
        await Gate.Storage.Blob(beside).UploadAsync(new BinaryData("manifest store"u8.ToArray()));
        return await new Recorded(Gate.Cases, Gate.Audit).CreateAsync(published);
    }

    /// <summary>Puts a case into review, as the workflow does.</summary>
    /// <param name="reason">Why the policy quarantined it.</param>
    internal async Task<StoredCase> QuarantineAsync(string uploader = "alice", string reason = "explicit-label-not-checked")
    {
        var quarantined = TestCases.Quarantined($"{Interlocked.Increment(ref _cases)} 视频.mp4");
        quarantined = quarantined with
        {
            Submission = quarantined.Submission with { Uploader = uploader },
            Policy = ActivePolicy,
            Decision = quarantined.Decision! with { Reason = reason },
        };
        var stored = await new Recorded(Gate.Cases, Gate.Audit).CreateAsync(quarantined);
        await new ReviewQueueStore(Gate.Storage).AddAsync(quarantined);
        return stored;
    }
}
