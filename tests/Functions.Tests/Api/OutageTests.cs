using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using VideoGate.Access;

namespace VideoGate.Tests.Api;

/// <summary>Responses of the API while its dependencies are unavailable.</summary>
/// <remarks>
/// Not in parallel with other tests: the worker's HTTP integration answers 500 if a request and its invocation take more than seconds to
/// match.
/// </remarks>
[Collection<OutageTests>]
[CollectionDefinition(DisableParallelization = true)]
[Trait("Needs", "services")]
public sealed class OutageTests : IAsyncLifetime
{
    private readonly ApiFixture _api = new();

    public ValueTask InitializeAsync() => _api.InitializeAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task StorageAway_EveryOperationThatNeedsIt_Is503()
    {
        var caseId = (await _api.QuarantineAsync()).Case.CaseId;
        var requests = Contract.Shipped.Operations
            .Where(operation => operation.Statuses.Contains(503))
            .Select(operation => Request(operation.Id, caseId))
            .ToList();
        await _api.Gate.Azurite.StopAsync();

        // A few in parallel: each is retried for seconds, and a worker with dozens of them abandons some.
        var statuses = new ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(
            requests, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (request, _) => statuses.Add(await StatusAsync(request)));

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
    }

    /// <remarks>A stopped process accepts connections and says nothing.</remarks>
    [Fact]
    public async Task StorageStops_EveryOperationAnswersWithin10Seconds()
    {
        var caseId = (await _api.QuarantineAsync()).Case.CaseId;
        var azurite = _api.Gate.Azurite.ProcessId;
        using (var stop = Process.Start("kill", ["-STOP", $"{azurite}"]))
        {
            await stop.WaitForExitAsync();
        }

        try
        {
            foreach (var operation in (string[])["GetCase", "ListReviews", "GetReview", "CreateUpload", "ExportDecisions", "GetCaseAudit"])
            {
                var began = Stopwatch.GetTimestamp();
                var status = await StatusAsync(Request(operation, caseId));

                Assert.Equal((operation, HttpStatusCode.ServiceUnavailable), (operation, status));
                var took = Stopwatch.GetElapsedTime(began);
                Assert.True(took < TimeSpan.FromSeconds(10), $"{operation} took {took}.");
            }
        }
        finally
        {
            using var go = Process.Start("kill", ["-CONT", $"{azurite}"]);
            await go.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task IssuerAway_NoTokenIsJudged()
    {
        await _api.StopIssuerAsync();

        Assert.Equal(
            HttpStatusCode.ServiceUnavailable, await StatusAsync(new ApiRequest("ListReviews", _api.Token("bob", Roles.Moderator))));
    }

    private ApiRequest Request(string operation, string id)
    {
        var uploads = operation is "CreateUpload" or "GetUpload" or "ListUploads" or "AnswerInformation" or "AppealDecision";
        var token = uploads ? _api.Token("alice", Roles.Uploader) : _api.Token("bob", Roles.Moderator);
        var body = operation switch
        {
            "CreateUpload" => """{"fileName":"a.mp4","declaration":"notAi"}""",
            "DecideReview" or "PreviewDecision" => """{"verdict":"approve","reasonCode":"label-verified"}""",
            "BulkDecide" => $$"""{"verdict":"approve","reasonCode":"label-verified","items":[{"caseId":"{{id}}","etag":"\"1\""}]}""",
            "HandOverReview" => """{"to":"carol"}""",
            "EscalateReview" or "UndoReview" => """{"note":"why"}""",
            "RequestInformation" => """{"question":"why"}""",
            "ConfirmReview" or "ConfirmErasure" => """{"agree":true}""",
            "AnswerInformation" => """{"answer":"because"}""",
            "AppealDecision" => """{"text":"because"}""",
            "ChangeDeclaration" => """{"declaration":"notAi","note":"why"}""",
            "OrderTakedown" => """{"kind":"in-order","note":"Order of a court","reference":"17/2026","pending":true}""",
            "DecideTakedown" => """{"carryOut":false,"note":"It does not hold."}""",
            _ => Contract.Shipped.Operation(operation).TakesBody ? "{}" : null,
        };
        var request = new ApiRequest(operation, token, id, body) { IfMatch = "\"1\"", IdempotencyKey = "key-1" };
        return operation switch
        {
            "StartBacktest" => request with { Token = _api.Token("sue", Roles.SeniorModerator), Id = "default", Body = "{}" },
            "OrderErasure" or "ConfirmErasure" or "ReleaseExpiry" or "ApplyBacktest" or "StartImport" or "ApplyImport" or "CancelImport" =>
                request with { Token = _api.Token("sue", Roles.SeniorModerator) },
            "ExportDecisions" => request with { Query = "?from=2026-11-01&to=2026-11-02" },
            _ => request,
        };
    }

    private async Task<HttpStatusCode> StatusAsync(ApiRequest request)
    {
        using var response = await _api.SendAsync(request);
        return response.StatusCode;
    }
}
