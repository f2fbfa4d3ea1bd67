using Azure.Storage.Blobs.Models;

namespace VideoGate.Publishing;

/// <param name="Target">Properties of the copy; null if there is none.</param>
internal sealed record CopyResult(CopyOutcome Outcome, BlobProperties? Target = null);

internal enum CopyOutcome
{
    Done,
    PlaceTaken,
    SourceGone,
}
