using System.Diagnostics.CodeAnalysis;
using VideoGate.Http;

namespace VideoGate.Cases.Queue;

/// <summary>Start of the next page of the queue.</summary>
/// <param name="Marker">The service's continuation marker, or null if the page does not come from a listing.</param>
/// <param name="After">Name of the last index blob shown.</param>
/// <remarks>
/// Opaque to clients but not secret: every listing uses the queue's prefix, therefore a forged cursor can only start elsewhere in the
/// same queue.
/// </remarks>
internal sealed record ReviewCursor(string? Marker, string After)
{
    public override string ToString() => OpaqueCursor.Encode(this, QueueJson.Default.ReviewCursor);

    public static bool TryParse(string text, [NotNullWhen(true)] out ReviewCursor? cursor)
    {
        cursor = OpaqueCursor.Decode(text, QueueJson.Default.ReviewCursor);
        return cursor is { Marker: null or { Length: > 0 }, After.Length: > 0 };
    }
}
