using System.Diagnostics.CodeAnalysis;
using VideoGate.Http;

namespace VideoGate.Cases.Queue;

/// <summary>Where the next page of the queue begins.</summary>
/// <param name="Marker">The service's own mark in its listing; null where the page does not come from a listing.</param>
/// <param name="After">Name of the last index blob that was shown.</param>
/// <remarks>
/// Opaque to clients but not secret: a forged one can only start elsewhere in the same queue, for every listing keeps the queue's prefix.
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
