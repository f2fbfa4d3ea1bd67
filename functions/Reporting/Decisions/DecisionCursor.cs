using System.Diagnostics.CodeAnalysis;
using VideoGate.Http;

namespace VideoGate.Reporting.Decisions;

/// <summary>
/// Where the next page of decisions begins. Opaque to clients but not secret: a forged one can only start elsewhere in the same window.
/// </summary>
/// <param name="Slice">Number of the slice of the window.</param>
/// <param name="Marker">The service's own mark in its listing of the slice; null for its beginning.</param>
internal sealed record DecisionCursor(int Slice, string? Marker)
{
    public override string ToString() => OpaqueCursor.Encode(this, DecisionJson.Default.DecisionCursor);

    public static bool TryParse(string text, [NotNullWhen(true)] out DecisionCursor? cursor)
    {
        cursor = OpaqueCursor.Decode(text, DecisionJson.Default.DecisionCursor);
        return cursor is { Slice: >= 0 };
    }
}
