using AiLabels.Containers;
using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.LibraryImports;

/// <summary>Finds the videos that an import takes: published ones that no case owns, or those of its report.</summary>
public sealed class ImportSource(BlobStorage storage, ImportStore imports)
{
    private const int PageSize = 200;

    /// <summary>Pages of videos that all have cases, read in one step.</summary>
    private const int MostPages = 25;

    private const int Head = 64 * 1024;

    /// <returns>The progress with videos that wait, unless there are none left, or many pages had none.</returns>
    internal async Task<ImportProgress> FindAsync(ImportProgress progress, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages && progress is { Waiting: [], Listed: false }; page++)
        {
            progress = progress.FromReport
                ? await ReadReportAsync(progress, cancellationToken)
                : await ListAsync(progress, cancellationToken);
        }

        return progress;
    }

    /// <summary>Gets whether the first bytes are those of a container that the gate reads.</summary>
    /// <exception cref="UploadGoneException">The version is no longer published.</exception>
    internal async Task<bool> IsVideoAsync(UploadedVideo video, CancellationToken cancellationToken)
    {
        var source = new BlobByteSource(storage.Blob(new(Containers.Published, video.Name)), new(video.ETag), video.Length);
        var head = new byte[Math.Min(Head, video.Length)];
        var read = await source.ReadAsync(0, head, cancellationToken);
        return ContainerSniffer.Sniff(head.AsSpan(0, read)) is not ContainerFormat.Unknown;
    }

    private async Task<ImportProgress> ListAsync(ImportProgress progress, CancellationToken cancellationToken)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Published), progress.Import.Prefix, BlobTraits.Metadata, progress.Next, PageSize,
            cancellationToken);
        var free = page.Blobs.Where(blob => BlobCopier.OwnerOf(blob.Metadata) is null).ToList();
        var counts = progress.Import.Counts;
        return progress with
        {
            Import = progress.Import with
            {
                Counts = counts with
                {
                    Found = counts.Found + page.Blobs.Count,
                    Owned = counts.Owned + page.Blobs.Count - free.Count,
                },
            },
            Waiting = [.. free.Select(Found)],
            Next = page.Next,
            Listed = page.Next is null,
        };
    }

    private async Task<ImportProgress> ReadReportAsync(ImportProgress progress, CancellationToken cancellationToken)
    {
        var (rows, next) = await imports.ListRowsAsync(progress.Import.ImportId, progress.Next, PageSize, cancellationToken);
        return progress with
        {
            Waiting = [.. rows.Where(row => row.State is CaseState.Imported).Select(row => new FoundVideo(row.CaseId))],
            Next = next,
            Listed = next is null,
        };
    }

    private static FoundVideo Found(BlobItem blob)
    {
        // Listings omit the quotes of an ETag.
        var etag = $"\"{blob.Properties.ETag?.ToString().Trim('"')}\"";
        var video = new UploadedVideo(
            blob.Name, etag, blob.Properties.ContentLength ?? 0, blob.Properties.ContentType,
            blob.Properties.CreatedOn ?? blob.Properties.LastModified ?? DateTimeOffset.UnixEpoch);
        return new(CaseId.For(Containers.Published, blob.Name, etag), video);
    }
}
