using Microsoft.DurableTask.Client;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Storage;

namespace VideoGate.LibraryImports;

/// <summary>Starts the cases of an import, and reads how far they are.</summary>
public sealed class ImportedCases(CaseStore cases, ImportSource source)
{
    /// <summary>Starts the orchestration of a video, unless its case has come to where the import wants it.</summary>
    /// <returns>The line of a file that is not taken; null if it is.</returns>
    internal async Task<ImportRow?> TakeAsync(
        DurableTaskClient client, Import import, FoundVideo found, CancellationToken cancellationToken)
    {
        if (await cases.GetAsync(found.CaseId, cancellationToken) is { Case: var known })
        {
            await StartAsync(client, import, known, cancellationToken);
            return null;
        }

        if (found.Video is not { } video)
        {
            return new(found.CaseId, ImportChange.Replaced);
        }

        try
        {
            if (!await source.IsVideoAsync(video, cancellationToken))
            {
                return new(found.CaseId, ImportChange.NotVideo, Name: video.Name);
            }
        }
        catch (UploadGoneException)
        {
            return new(found.CaseId, ImportChange.Replaced, Name: video.Name);
        }

        await StartAsync(client, found.CaseId, video, import, cancellationToken);
        return null;
    }

    /// <returns>The line of a video; null while it is under way.</returns>
    internal async Task<ImportRow?> ReadAsync(
        DurableTaskClient client, Import import, string caseId, CancellationToken cancellationToken)
    {
        var known = (await cases.GetAsync(caseId, cancellationToken))?.Case;
        if (known is not null && IsDone(known, import))
        {
            return ImportRow.Of(known, import.Quarantine);
        }

        var instance = await client.GetInstanceAsync(CaseOrchestration.IdOf(caseId), cancellationToken);
        if (instance is { IsCompleted: false })
        {
            return null;
        }

        // It may have ended between the two reads.
        known = (await cases.GetAsync(caseId, cancellationToken))?.Case;
        return known switch
        {
            null => new(caseId, ImportChange.Replaced),
            _ when IsDone(known, import) => ImportRow.Of(known, import.Quarantine),
            { State: CaseState.Imported, Broken: null } when instance is null or { RuntimeStatus: OrchestrationRuntimeStatus.Completed }
                && await StartAsync(client, import, known, cancellationToken) => null,
            _ => new(caseId, ImportChange.Failed, State: known.State),
        };
    }

    /// <summary>Gets whether the video is judged and, if the import is applied, its decision carried out.</summary>
    private static bool IsDone(ModerationCase known, Import import) => known.State switch
    {
        CaseState.Inspecting => false,
        CaseState.Imported => import.DryRun,
        _ => true,
    };

    /// <returns>Whether anything was left to do.</returns>
    private static async Task<bool> StartAsync(
        DurableTaskClient client, Import import, ModerationCase known, CancellationToken cancellationToken)
    {
        if (IsDone(known, import))
        {
            return false;
        }

        await StartAsync(client, known.CaseId, known.Upload, import, cancellationToken);
        return true;
    }

    private static Task<bool> StartAsync(
        DurableTaskClient client, string caseId, UploadedVideo video, Import import, CancellationToken cancellationToken) =>
        CaseOrchestration.StartAsync(
            client, CaseOrchestration.IdOf(caseId), new ModerationRequest(video, Import: import.Order()), replaceEnded: true,
            cancellationToken);
}
