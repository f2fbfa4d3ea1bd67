using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Access;

namespace VideoGate.LibraryImports;

/// <summary>
/// <c>POST /api/imports/{importId}/cancel</c>: takes no further video. What was begun is completed, and what was done stays.
/// </summary>
public sealed class CancelImport(ImportChanges changes, TimeProvider time)
{
    [Function(nameof(CancelImport))]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports/{importId}/cancel")] HttpRequest request,
        string importId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var (by, now) = (Caller.Of(request).Subject, time.GetUtcNow());
        return changes.ApplyAsync(client, importId, progress => Cancel(progress, by, now), cancellationToken);
    }

    internal static ImportProgress? Cancel(ImportProgress progress, string by, DateTimeOffset now) => progress.Import.State switch
    {
        ImportState.Cancelled => progress,
        ImportState.Judging or ImportState.Applying => progress with
        {
            Import = progress.Import with { State = ImportState.Cancelled, CompletedAt = now, CancelledBy = by },
        },
        _ => null,
    };
}
