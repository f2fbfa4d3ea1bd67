using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;
using VideoGate.Cases;

namespace VideoGate.LibraryImports;

/// <summary>
/// One step of an import: notes the videos whose cases are judged or carried out, and takes the next ones at the rate that the settings
/// allow. Idempotent: what a step took before it was interrupted is found taken.
/// </summary>
public sealed class AdvanceImport(
    ImportStore imports, ImportSource source, ImportedCases cases, IOptions<ImportOptions> options, TimeProvider time)
{
    private const int Parallelism = 8;

    [Function(nameof(AdvanceImport))]
    public async Task<ImportPause> RunAsync(
        [ActivityTrigger] ImportStep input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await imports.GetAsync(input.ImportId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no import '{input.ImportId}'.");
        var progress = stored.Value;
        if (progress.Import.State is not (ImportState.Judging or ImportState.Applying))
        {
            return new(Until: null);
        }

        var next = input.Failure is { } failure
            ? Ended(progress, ImportState.Failed) with { Import = Ended(progress, ImportState.Failed).Import with { Failure = failure } }
            : await AdvanceAsync(progress, client, cancellationToken);
        if (await imports.ReplaceAsync(stored, next, cancellationToken) is null)
        {
            // Cancelled, or advanced by another attempt: the next step reads what it is now.
            return new(time.GetUtcNow());
        }

        return new(next.Import.State is ImportState.Judging or ImportState.Applying
            ? ImportPace.NextAt(options.Value, time.GetUtcNow())
            : null);
    }

    private async Task<ImportProgress> AdvanceAsync(
        ImportProgress progress, DurableTaskClient client, CancellationToken cancellationToken)
    {
        progress = await NoteAsync(progress, client, cancellationToken);
        progress = await source.FindAsync(progress, cancellationToken);
        progress = await TakeAsync(progress, client, cancellationToken);
        return progress.IsDone ? Ended(progress, progress.Import.DryRun ? ImportState.Judged : ImportState.Applied) : progress;
    }

    /// <summary>Writes the lines of videos whose cases have come to an end.</summary>
    private async Task<ImportProgress> NoteAsync(ImportProgress progress, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var rows = new ConcurrentDictionary<string, ImportRow>(StringComparer.Ordinal);
        await EachAsync(progress.UnderWay, async (caseId, cancellation) =>
        {
            if (await cases.ReadAsync(client, progress.Import, caseId, cancellation) is { } row)
            {
                await imports.WriteRowAsync(progress.Import.ImportId, row, cancellation);
                rows[caseId] = row;
            }
        }, cancellationToken);
        return progress with
        {
            Import = Counted(progress.Import, [.. rows.Values]),
            UnderWay = [.. progress.UnderWay.Where(caseId => !rows.ContainsKey(caseId))],
        };
    }

    private async Task<ImportProgress> TakeAsync(ImportProgress progress, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (most, from) = ImportPace.Of(progress, options.Value, time.GetUtcNow());
        var taken = progress.Waiting.Take(most).ToList();
        var rows = new ConcurrentBag<ImportRow>();
        await EachAsync(taken, async (video, cancellation) =>
        {
            if (await cases.TakeAsync(client, progress.Import, video, cancellation) is { } row)
            {
                await imports.WriteRowAsync(progress.Import.ImportId, row, cancellation);
                rows.Add(row);
            }
        }, cancellationToken);
        var left = rows.Select(row => row.CaseId).ToHashSet(StringComparer.Ordinal);
        return progress with
        {
            Import = Counted(progress.Import, [.. rows]),
            Waiting = [.. progress.Waiting.Skip(most)],
            UnderWay = [.. progress.UnderWay, .. taken.Select(video => video.CaseId).Where(caseId => !left.Contains(caseId))],
            PacedFrom = from,
        };
    }

    private static Import Counted(Import import, IReadOnlyCollection<ImportRow> rows) =>
        rows.Count == 0 ? import : import with { Counts = import.Counts.Add(rows, applied: !import.DryRun) };

    private ImportProgress Ended(ImportProgress progress, ImportState state) => progress with
    {
        Import = progress.Import with { State = state, CompletedAt = time.GetUtcNow() },
    };

    private static Task EachAsync<T>(
        IEnumerable<T> items, Func<T, CancellationToken, ValueTask> run, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items, new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken }, run);
}
