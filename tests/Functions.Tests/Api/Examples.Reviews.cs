using System.Text.Json;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

internal static partial class Examples
{
    private const string Note = """{"note":"why"}""";
    private const string Question = """{"question":"Which tool made it, and why?"}""";

    private static IEnumerable<KeyValuePair<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>>> Reviews =>
    [
        .. Guarded("EscalateReview", api => ChangeAsync(api, "EscalateReview", Note)),
        .. Guarded("RequestInformation", api => ChangeAsync(api, "RequestInformation", Question)),
        .. Guarded("ConfirmReview", async api => await HeldAsync(api) with
        {
            Operation = "ConfirmReview",
            Token = api.Token("carol", Roles.Moderator),
            Body = """{"agree":true,"note":"seen, that is why"}""",
            IdempotencyKey = "key-2",
        }),
        .. Guarded("UndoReview",
            async api => await DecidedNowAsync(api) with { Operation = "UndoReview", Body = Note, IdempotencyKey = "key-2" }),
        .. Bulk,
        .. OfUploader("AnswerInformation", 200, AskedAsync),
        .. OfUploader("AppealDecision", 201, AppealableAsync),
    ];

    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Bulk => new()
    {
        [("SummarizeReviews", 200)] = async api => new("SummarizeReviews", Moderator(api), (await api.QuarantineAsync()).Case.CaseId),
        [("SummarizeReviews", 401)] = _ => Made(new("SummarizeReviews")),
        [("SummarizeReviews", 403)] = api => Made(new("SummarizeReviews", Uploader(api))),

        [("BulkDecide", 200)] = async api => BulkOf(api, await api.QuarantineAsync(), await api.QuarantineAsync(uploader: "bob")),
        [("BulkDecide", 400)] = async api => BulkOf(api, await api.QuarantineAsync()) with { IdempotencyKey = null },
        [("BulkDecide", 401)] = async api => BulkOf(api, await api.QuarantineAsync()) with { Token = null },
        [("BulkDecide", 403)] = async api => BulkOf(api, await api.QuarantineAsync()) with { Token = Uploader(api) },
        [("BulkDecide", 413)] = api => Made(BulkOf(api) with { Body = TooLong }),
        [("BulkDecide", 415)] = api => Made(BulkOf(api) with { ContentType = "application/xml" }),
    };

    /// <summary>An approval of all these cases, by bob.</summary>
    public static ApiRequest BulkOf(ApiFixture api, params IReadOnlyList<StoredCase> cases)
    {
        var items = cases.Select(stored => new { caseId = stored.Case.CaseId, etag = stored.ETag.ToString("H") });
        var body = JsonSerializer.Serialize(new { dryRun = false, verdict = "approve", reasonCode = "label-verified", items });
        return new("BulkDecide", Moderator(api), Body: body) { IdempotencyKey = "key-1" };
    }

    /// <summary>
    /// The responses of every change under If-Match and Idempotency-Key, each from a request that passes all other checks.
    /// </summary>
    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> Guarded(
        string operation, Func<ApiFixture, Task<ApiRequest>> good) => new()
        {
            [(operation, 200)] = good,
            [(operation, 400)] = async api => await good(api) with { Body = "{}" },
            [(operation, 401)] = async api => await good(api) with { Token = null },
            [(operation, 403)] = async api => await good(api) with { Token = api.Token("alice", Roles.Moderator) },
            [(operation, 404)] = async api => await good(api) with { Id = "none" },
            [(operation, 409)] = async api => await SentAsync(api, await good(api)) with { IdempotencyKey = "another" },
            [(operation, 412)] = async api => await good(api) with { IfMatch = "\"another\"" },
            [(operation, 413)] = async api => await good(api) with { Body = TooLong },
            [(operation, 415)] = async api => await good(api) with { ContentType = "application/xml" },
            [(operation, 422)] = async api =>
            {
                var sent = await SentAsync(api, await good(api));
                return sent with { Body = sent.Body!.Replace("why", "how", StringComparison.Ordinal) };
            },
            [(operation, 428)] = async api => await good(api) with { IfMatch = null },
        };

    /// <summary>The responses of every change by an uploader.</summary>
    private static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> OfUploader(
        string operation, int success, Func<ApiFixture, Task<ApiRequest>> good) => new()
        {
            [(operation, success)] = good,
            [(operation, 400)] = async api => await good(api) with { Body = "{}" },
            [(operation, 401)] = async api => await good(api) with { Token = null },
            [(operation, 403)] = async api => await good(api) with { Token = Moderator(api) },
            [(operation, 404)] = async api => await good(api) with { Token = api.Token("another", Roles.Uploader) },
            [(operation, 409)] = async api =>
            {
                var sent = await SentAsync(api, await good(api));
                return sent with { Body = sent.Body!.Replace("because", "since", StringComparison.Ordinal) };
            },
            [(operation, 413)] = async api => await good(api) with { Body = TooLong },
            [(operation, 415)] = async api => await good(api) with { ContentType = "application/xml" },
        };

    /// <summary>A change of a fresh review, by bob.</summary>
    public static async Task<ApiRequest> ChangeAsync(ApiFixture api, string operation, string body) =>
        Request(api, operation, body, await api.QuarantineAsync());

    /// <summary>A review whose decision, bob's, waits for a second person.</summary>
    public static async Task<ApiRequest> HeldAsync(ApiFixture api)
    {
        var decision = Request(api, "DecideReview", Approval, await api.QuarantineAsync(reason: "unsafe-content"));
        return await SentAsync(api, decision);
    }

    /// <summary>A review that bob has just decided.</summary>
    public static async Task<ApiRequest> DecidedNowAsync(ApiFixture api) => await SentAsync(api, await DecisionAsync(api));

    /// <summary>A case whose final decision can be appealed.</summary>
    public static async Task<ApiRequest> AppealableAsync(ApiFixture api)
    {
        var decided = await DecidedNowAsync(api);
        await new Recorded(api.Gate.Cases, api.Gate.Audit).UpdateAsync(decided.Id, Ended);
        return new("AppealDecision", Uploader(api), decided.Id, """{"text":"I object, because it is mine."}""");
    }

    private static ModerationCase Ended(ModerationCase decided) => decided with
    {
        State = CaseState.Published,
        ClosedAt = decided.Review!.Decision!.DecidedAt,
        Review = decided.Review with { Decision = decided.Review.Decision with { UndoUntil = null } },
    };

    private static async Task<ApiRequest> AskedAsync(ApiFixture api)
    {
        var asked = await SentAsync(api, await ChangeAsync(api, "RequestInformation", Question));
        return new("AnswerInformation", Uploader(api), asked.Id, """{"answer":"Kling, because it is good."}""");
    }

    private static ApiRequest Request(ApiFixture api, string operation, string body, StoredCase stored) =>
        new(operation, Moderator(api), stored.Case.CaseId, body) { IfMatch = stored.ETag.ToString("H"), IdempotencyKey = "key-1" };

    /// <summary>Sends the request; the result has the case's new ETag.</summary>
    public static async Task<ApiRequest> SentAsync(ApiFixture api, ApiRequest request)
    {
        using var sent = await api.SendAsync(request);
        Assert.True(sent.IsSuccessStatusCode, await sent.Content.ReadAsStringAsync());
        return request with { IfMatch = sent.Headers.ETag?.ToString() };
    }
}
