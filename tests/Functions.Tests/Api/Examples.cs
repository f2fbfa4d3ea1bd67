using VideoGate.Access;
using VideoGate.Cases.Evidence;
using VideoGate.Http;
using VideoGate.Policies.Backtests;

namespace VideoGate.Tests.Api;

/// <summary>A request for every response that <c>openapi.yaml</c> describes, except outages.</summary>
internal static partial class Examples
{
    private const string Upload = """{"fileName":"视频 1.mp4","declaration":"generated","title":"标题"}""";
    private const string Approval = """{"verdict":"approve","reasonCode":"label-verified","note":"seen"}""";
    private const string Rejection = """{"verdict":"reject","reasonCode":"label-missing"}""";

    // The file states the use of AI.
    private const string Contradiction = """{"verdict":"approve","reasonCode":"not-ai"}""";

    public static Dictionary<(string Operation, int Status), Func<ApiFixture, Task<ApiRequest>>> All { get; } =
        new(Reviews.Concat(Claims).Concat(Erasures).Concat(Takedowns).Concat(Imports))
        {
            [("CreateUpload", 201)] = api => Made(new("CreateUpload", Uploader(api), Body: Upload)),
            [("CreateUpload", 400)] = api => Made(new("CreateUpload", Uploader(api), Body: "{}")),
            [("CreateUpload", 401)] = _ => Made(new("CreateUpload", Body: Upload)),
            [("CreateUpload", 403)] = api => Made(new("CreateUpload", Moderator(api), Body: Upload)),
            [("CreateUpload", 413)] = api => Made(new("CreateUpload", Uploader(api), Body: new string(' ', JsonBody.MaxBytes + 1))),
            [("CreateUpload", 415)] = api => Made(new("CreateUpload", Uploader(api), Body: Upload) { ContentType = "text/plain" }),

            [("CreateUpload", 429)] = async api =>
                new("CreateUpload", api.Token(await api.BusyUploaderAsync(), Roles.Uploader), Body: Upload),
            [("GetUpload", 200)] = async api => new("GetUpload", Uploader(api), await api.AnnounceAsync("alice")),
            [("GetUpload", 400)] = async api => new("GetUpload", Uploader(api), await api.AnnounceAsync("alice"), Query: "?wait=61"),
            [("GetUpload", 401)] = _ => Made(new("GetUpload")),
            [("GetUpload", 403)] = api => Made(new("GetUpload", Moderator(api))),
            [("GetUpload", 404)] = async api => new("GetUpload", Uploader(api), await api.AnnounceAsync("another")),

            [("ListUploads", 200)] = async api =>
            {
                await api.AnnounceAsync("alice");
                return new("ListUploads", Uploader(api), Query: "?pageSize=2");
            },
            [("ListUploads", 400)] = api => Made(new("ListUploads", Uploader(api), Query: "?cursor=made-up")),
            [("ListUploads", 401)] = _ => Made(new("ListUploads")),
            [("ListUploads", 403)] = api => Made(new("ListUploads", Moderator(api))),

            [("GetCase", 200)] = async api => new("GetCase", Uploader(api), (await api.QuarantineAsync("alice")).Case.CaseId),
            [("GetCase", 401)] = _ => Made(new("GetCase")),
            [("GetCase", 403)] = api => Made(new("GetCase", api.Token("alice"))),
            [("GetCase", 404)] = async api => new("GetCase", Uploader(api), (await api.QuarantineAsync("another")).Case.CaseId),

            [("GetCaseAudit", 200)] = async api => new("GetCaseAudit", Moderator(api), (await api.QuarantineAsync()).Case.CaseId),
            [("GetCaseAudit", 401)] = _ => Made(new("GetCaseAudit")),
            [("GetCaseAudit", 403)] = api => Made(new("GetCaseAudit", Uploader(api))),
            [("GetCaseAudit", 404)] = api => Made(new("GetCaseAudit", Moderator(api))),

            [("GetPlayback", 200)] = async api => new("GetPlayback", Moderator(api), (await api.QuarantineAsync()).Case.CaseId),
            [("GetPlayback", 401)] = _ => Made(new("GetPlayback")),
            [("GetPlayback", 403)] = api => Made(new("GetPlayback", Uploader(api))),
            [("GetPlayback", 404)] = api => Made(new("GetPlayback", Moderator(api))),

            [("ListEvidence", 200)] = async api => new("ListEvidence", Moderator(api), await EvidenceAsync(api)),
            [("ListEvidence", 401)] = _ => Made(new("ListEvidence")),
            [("ListEvidence", 403)] = api => Made(new("ListEvidence", Uploader(api))),
            [("ListEvidence", 404)] = api => Made(new("ListEvidence", Moderator(api))),

            [("GetEvidence", 200)] =
            async api => new("GetEvidence", Moderator(api), await EvidenceAsync(api)) { File = EvidenceFiles.RecognizedText },
            [("GetEvidence", 401)] = _ => Made(new("GetEvidence")),
            [("GetEvidence", 403)] = api => Made(new("GetEvidence", Uploader(api))),
            [("GetEvidence", 404)] = async api => new("GetEvidence", Moderator(api), await EvidenceAsync(api)) { File = "frames/0.jpg" },

            [("GetRelatedCases", 200)] = async api => new("GetRelatedCases", Moderator(api), (await api.QuarantineAsync()).Case.CaseId),
            [("GetRelatedCases", 401)] = _ => Made(new("GetRelatedCases")),
            [("GetRelatedCases", 403)] = api => Made(new("GetRelatedCases", Uploader(api))),
            [("GetRelatedCases", 404)] = api => Made(new("GetRelatedCases", Moderator(api))),

            [("ListReviews", 200)] = api => Made(new("ListReviews", Moderator(api), Query: "?state=open&pageSize=5")),
            [("ListReviews", 400)] = api => Made(new("ListReviews", Moderator(api), Query: "?cursor=made-up")),
            [("ListReviews", 401)] = _ => Made(new("ListReviews")),
            [("ListReviews", 403)] = api => Made(new("ListReviews", Uploader(api))),

            [("GetReview", 200)] = async api => new("GetReview", Moderator(api), (await api.QuarantineAsync()).Case.CaseId),
            [("GetReview", 304)] = async api =>
            {
                var stored = await api.QuarantineAsync();
                return new("GetReview", Moderator(api), stored.Case.CaseId) { IfNoneMatch = stored.ETag.ToString("H") };
            },
            [("GetReview", 401)] = _ => Made(new("GetReview")),
            [("GetReview", 403)] = api => Made(new("GetReview", Uploader(api))),
            [("GetReview", 404)] = api => Made(new("GetReview", Moderator(api), "../../health")),

            [("DecideReview", 200)] = api => DecisionAsync(api, Approval),
            [("DecideReview", 400)] = async api => await DecisionAsync(api, Approval) with { IdempotencyKey = null },
            [("DecideReview", 401)] = async api => await DecisionAsync(api, Approval) with { Token = null },
            [("DecideReview", 403)] = async api => await DecisionAsync(api, Approval) with { Token = api.Token("alice", Roles.Moderator) },
            [("DecideReview", 404)] = async api => await DecisionAsync(api, Approval) with { Id = "none" },
            [("DecideReview", 409)] = async api => await DecidedAsync(api) with { IdempotencyKey = "another" },
            [("DecideReview", 412)] = async api => await DecisionAsync(api, Approval) with { IfMatch = "\"another\"" },
            [("DecideReview", 413)] = api => DecisionAsync(api, new string(' ', JsonBody.MaxBytes + 1)),
            [("DecideReview", 415)] = async api => await DecisionAsync(api, Approval) with { ContentType = "application/xml" },
            [("DecideReview", 422)] = async api => await DecidedAsync(api) with { Body = Rejection },
            [("DecideReview", 428)] = async api => await DecisionAsync(api, Approval) with { IfMatch = null },

            [("PreviewDecision", 200)] = api => PreviewAsync(api, Approval),
            [("PreviewDecision", 400)] = api => PreviewAsync(api, "{}"),
            [("PreviewDecision", 401)] = async api => await PreviewAsync(api, Approval) with { Token = null },
            [("PreviewDecision", 403)] = async api => await PreviewAsync(api, Approval) with { Token = Auditor(api) },
            [("PreviewDecision", 404)] = async api => await PreviewAsync(api, Approval) with { Id = "none" },
            [("PreviewDecision", 413)] = api => PreviewAsync(api, new string(' ', JsonBody.MaxBytes + 1)),
            [("PreviewDecision", 415)] = async api => await PreviewAsync(api, Approval) with { ContentType = "application/xml" },
            [("PreviewDecision", 422)] = api => PreviewAsync(api, Contradiction),

            [("ListPolicies", 200)] = api => Made(new("ListPolicies", Auditor(api))),
            [("ListPolicies", 401)] = _ => Made(new("ListPolicies")),
            [("ListPolicies", 403)] = api => Made(new("ListPolicies", Uploader(api))),

            [("GetPolicy", 200)] = api => Made(new("GetPolicy", Moderator(api), "default")),
            [("GetPolicy", 401)] = _ => Made(new("GetPolicy")),
            [("GetPolicy", 403)] = api => Made(new("GetPolicy", Uploader(api))),
            [("GetPolicy", 404)] = api => Made(new("GetPolicy", Moderator(api), "default", Query: "?hash=made-up")),

            [("ListPolicyVersions", 200)] = api => Made(new("ListPolicyVersions", Moderator(api), "default")),
            [("ListPolicyVersions", 401)] = _ => Made(new("ListPolicyVersions")),
            [("ListPolicyVersions", 403)] = api => Made(new("ListPolicyVersions", Uploader(api))),
            [("ListPolicyVersions", 404)] = api => Made(new("ListPolicyVersions", Moderator(api))),

            [("StartBacktest", 202)] = api => Made(new("StartBacktest", Senior(api), "default", """{"limit":1}""")),
            [("StartBacktest", 400)] = api => Made(new("StartBacktest", Senior(api), "default", """{"policy":{"id":"default"}}""")),
            [("StartBacktest", 401)] = _ => Made(new("StartBacktest", Body: "{}")),
            [("StartBacktest", 403)] = api => Made(new("StartBacktest", Moderator(api), "default", "{}")),
            [("StartBacktest", 404)] = api => Made(new("StartBacktest", Senior(api), Body: "{}")),
            [("StartBacktest", 413)] = api => Made(new("StartBacktest", Senior(api), "default", new string(' ', JsonBody.MaxBytes + 1))),
            [("StartBacktest", 415)] = api => Made(new("StartBacktest", Senior(api), "default", "{}") { ContentType = "text/plain" }),

            [("ApplyBacktest", 202)] = async api =>
                new("ApplyBacktest", Senior(api), await BacktestAsync(api, BacktestState.Completed), "{}"),
            [("ApplyBacktest", 400)] = async api =>
                new("ApplyBacktest", Senior(api), await BacktestAsync(api, BacktestState.Completed), """{"quarantine":"maybe"}"""),
            [("ApplyBacktest", 401)] = _ => Made(new("ApplyBacktest", Body: "{}")),
            [("ApplyBacktest", 403)] = api => Made(new("ApplyBacktest", Moderator(api), Body: "{}")),
            [("ApplyBacktest", 404)] = api => Made(new("ApplyBacktest", Senior(api), Body: "{}")),
            [("ApplyBacktest", 409)] = async api =>
                new("ApplyBacktest", Senior(api), await BacktestAsync(api, BacktestState.Failed), "{}"),
            [("ApplyBacktest", 413)] = api => Made(new("ApplyBacktest", Senior(api), Body: TooLong)),
            [("ApplyBacktest", 415)] = api => Made(new("ApplyBacktest", Senior(api), Body: "{}") { ContentType = "text/plain" }),

            [("GetBacktest", 200)] = async api => new("GetBacktest", Auditor(api), await api.BacktestAsync("default", "{}")),
            [("GetBacktest", 401)] = _ => Made(new("GetBacktest")),
            [("GetBacktest", 403)] = api => Made(new("GetBacktest", Uploader(api))),
            [("GetBacktest", 404)] = api => Made(new("GetBacktest", Moderator(api), "../../health")),

            [("GetStatement", 200)] = async api => new("GetStatement", Uploader(api), (await api.QuarantineAsync("alice")).Case.CaseId),
            [("GetStatement", 401)] = _ => Made(new("GetStatement")),
            [("GetStatement", 403)] = api => Made(new("GetStatement", api.Token("alice"))),
            [("GetStatement", 404)] = async api => new("GetStatement", Uploader(api), (await api.QuarantineAsync("another")).Case.CaseId),

            [("ExportDecisions", 200)] = api => Made(new("ExportDecisions", Auditor(api), Query: "?from=2026-11-01&to=2026-12-01&format=csv")),
            [("ExportDecisions", 400)] = api => Made(new("ExportDecisions", Auditor(api), Query: "?from=2026-01-01&to=2026-12-01")),
            [("ExportDecisions", 401)] = _ => Made(new("ExportDecisions")),
            [("ExportDecisions", 403)] = api => Made(new("ExportDecisions", Uploader(api))),

            [("GetReviewMetrics", 200)] = api => Made(new("GetReviewMetrics", Auditor(api))),
            [("GetReviewMetrics", 400)] = api => Made(new("GetReviewMetrics", Auditor(api), Query: "?hours=0")),
            [("GetReviewMetrics", 401)] = _ => Made(new("GetReviewMetrics")),
            [("GetReviewMetrics", 403)] = api => Made(new("GetReviewMetrics", Uploader(api))),

            [("GetDisclosure", 200)] = async api => new("GetDisclosure", Id: (await api.PublishAsync()).Case.CaseId),
            [("GetDisclosure", 304)] = async api =>
            {
                var stored = await api.PublishAsync();
                return new("GetDisclosure", Id: stored.Case.CaseId) { IfNoneMatch = stored.ETag.ToString("H") };
            },
            [("GetDisclosure", 404)] = async api => new("GetDisclosure", Id: (await api.QuarantineAsync()).Case.CaseId),

            [("ShowDisclosure", 200)] = async api => new("ShowDisclosure", Id: (await api.PublishAsync()).Case.CaseId, Query: "?lang=zh"),
            [("ShowDisclosure", 304)] = async api =>
            {
                var request = new ApiRequest("ShowDisclosure", Id: (await api.PublishAsync()).Case.CaseId);
                using var first = await api.SendAsync(request);
                return request with { IfNoneMatch = first.Headers.ETag!.ToString() };
            },
            [("ShowDisclosure", 404)] = async api => new("ShowDisclosure", Id: (await api.QuarantineAsync()).Case.CaseId),

            [("GetManifest", 200)] = async api => new("GetManifest", Id: (await api.PublishCopyAsync()).Case.CaseId),
            [("GetManifest", 404)] = async api => new("GetManifest", Id: (await api.PublishAsync()).Case.CaseId),

            [("Health", 200)] = _ => Made(new("Health")),
            [("HealthLive", 200)] = _ => Made(new("HealthLive")),
            [("OpenApi", 200)] = _ => Made(new("OpenApi")),
            [("DescribeProblem", 200)] = _ => Made(new("DescribeProblem", Id: "not-found")),
            [("DescribeProblem", 404)] = _ => Made(new("DescribeProblem", Id: "bad-mood")),
        };

    /// <summary>A decision about a fresh case that passes all checks.</summary>
    public static async Task<ApiRequest> DecisionAsync(ApiFixture api, string body = Approval)
    {
        var stored = await api.QuarantineAsync();
        return new("DecideReview", Moderator(api), stored.Case.CaseId, body)
        {
            IfMatch = stored.ETag.ToString("H"),
            IdempotencyKey = "key-1"
        };
    }

    private static async Task<ApiRequest> PreviewAsync(ApiFixture api, string body) =>
        new("PreviewDecision", Moderator(api), (await api.QuarantineAsync()).Case.CaseId, body);

    private static async Task<ApiRequest> DecidedAsync(ApiFixture api)
    {
        var decision = await DecisionAsync(api);
        using var first = await api.SendAsync(decision);
        return decision;
    }

    private static async Task<string> EvidenceAsync(ApiFixture api)
    {
        var caseId = (await api.QuarantineAsync()).Case.CaseId;
        await new EvidenceStore(api.Gate.Storage).WriteAsync(caseId, EvidenceFiles.RecognizedText, new BinaryData("AI生成"), "text/html");
        return caseId;
    }

    private static string Uploader(ApiFixture api) => api.Token("alice", Roles.Uploader);

    private static string Moderator(ApiFixture api) => api.Token("bob", Roles.Moderator);

    private static string Senior(ApiFixture api) => api.Token("sue", Roles.SeniorModerator);

    private static string Auditor(ApiFixture api) => api.Token("olga", Roles.Auditor);

    private static Task<ApiRequest> Made(ApiRequest request) => Task.FromResult(request);
}
