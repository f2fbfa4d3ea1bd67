using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using VideoGate.Http;

namespace VideoGate.LibraryImports;

/// <summary>Changes imports on request; the orchestration follows.</summary>
public sealed class ImportChanges(ImportStore imports)
{
    /// <param name="change">Pure. Returns its argument if there is nothing to change, and null if the state does not allow it.</param>
    internal async Task<IResult> ApplyAsync(
        DurableTaskClient client, string importId, Func<ImportProgress, ImportProgress?> change, CancellationToken cancellationToken)
    {
        while (await imports.GetAsync(importId, cancellationToken) is { } stored)
        {
            if (change(stored.Value) is not { } next)
            {
                return Problems.ImportState.Because($"The import is {AiLabels.Reports.CamelCase.Name(stored.Value.Import.State)}.");
            }

            if (ReferenceEquals(next, stored.Value) || await imports.ReplaceAsync(stored, next, cancellationToken) is not null)
            {
                await ImportStarter.StartAsync(client, importId, CancellationToken.None);
                return Results.Json(next.Import, ImportJson.Default.Import, statusCode: StatusCodes.Status202Accepted);
            }
        }

        return Problems.NotFound.Because("There is no such import.");
    }
}
