using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Access;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary>
/// <c>POST /api/imports/{importId}/apply</c>: carries out what a dry run decided. The videos are not inspected again.
/// </summary>
public sealed class ApplyImport(ImportChanges changes, TimeProvider time)
{
    [Function(nameof(ApplyImport))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/imports/{importId}/apply")] HttpRequest request,
        string importId,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync(request, ImportJson.Default.ImportApplication, cancellationToken);
        var (by, now) = (Caller.Of(request).Subject, time.GetUtcNow());
        return await changes.ApplyAsync(client, importId, progress => Apply(progress, body, by, now), cancellationToken);
    }

    internal static ImportProgress? Apply(ImportProgress progress, ImportApplication asked, string by, DateTimeOffset now) =>
        progress.Import.State switch
        {
            // Repeated by the same person: completes a start that was interrupted.
            ImportState.Applying when progress.FromReport && progress.Import.AppliedBy == by => progress,
            ImportState.Judged => new(progress.Import with
            {
                State = ImportState.Applying,
                DryRun = false,
                Quarantine = asked.Quarantine ?? progress.Import.Quarantine,
                AppliedBy = by,
                AppliedAt = now,
                CompletedAt = null,
            })
            {
                FromReport = true,
            },
            _ => null,
        };
}
