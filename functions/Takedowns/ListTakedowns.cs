using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;

namespace VideoGate.Takedowns;

/// <summary><c>GET /api/takedowns</c>: the open orders, the earliest deadline first.</summary>
public sealed class ListTakedowns(TakedownIndex index, CaseStore cases)
{
    private const int Parallelism = 8;

    [Function(nameof(ListTakedowns))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/takedowns")] HttpRequest request,
        CancellationToken cancellationToken)
    {
        var caller = Caller.Of(request);
        var items = new ConcurrentBag<TakedownItem>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(index.ListAsync(cancellationToken), options, async (row, cancellation) =>
        {
            if (await cases.GetAsync(row.CaseId, cancellation) is { Case: { Takedown: { } order } ordered }
                && TakedownSchedule.IsOpen(order))
            {
                items.Add(new(ordered.CaseId, ordered.Upload.Name, ordered.State, TakedownView.Of(order, caller)!));
            }
        });
        var list = TakedownList.Of(items);
        return Results.Json(list, TakedownJson.Default.TakedownList);
    }
}
