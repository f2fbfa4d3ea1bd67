using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;

namespace VideoGate.Takedowns;

/// <summary><c>GET /api/takedowns</c>: the open orders, the earliest deadline first.</summary>
public sealed class ListTakedowns(TakedownIndex index, CaseStore cases)
{
    private const int Most = 200;

    [Function(nameof(ListTakedowns))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/takedowns")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        List<(DateTimeOffset? DueAt, TakedownItem Item)> items = [];
        await foreach (var (caseId, _) in index.ListAsync(cancellationToken))
        {
            if (items.Count < Most && await cases.GetAsync(caseId, cancellationToken) is { Case: { Takedown: { } order } ordered }
                && TakedownSchedule.IsOpen(order))
            {
                items.Add((order.DueAt, new(caseId, ordered.Upload.Name, ordered.State, TakedownView.Of(order, caller)!)));
            }
        }

        var list = new TakedownList(
            [.. items.OrderBy(item => item.DueAt ?? DateTimeOffset.MaxValue).Select(item => item.Item)], TakedownKinds.All);
        return Results.Json(list, TakedownJson.Default.TakedownList);
    }
}
