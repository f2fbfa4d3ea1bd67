using System.Diagnostics.CodeAnalysis;
using VideoGate.Http;

namespace VideoGate.Reporting.Decisions;

/// <summary>
/// Start of the next page of decisions. Opaque to clients but not secret: a forged cursor can only start elsewhere in the same window.
/// </summary>
/// <param name="Slice">Index of the window's slice.</param>
/// <param name="Marker">The service's continuation marker within the slice; null for its start.</param>
internal sealed record DecisionCursor(int Slice, string? Marker)
{
    public override string ToString() => OpaqueCursor.Encode(this, DecisionJson.Default.DecisionCursor);

    public static bool TryParse(string text, [NotNullWhen(true)] out DecisionCursor? cursor)
    {
        cursor = OpaqueCursor.Decode(text, DecisionJson.Default.DecisionCursor);
        return cursor is { Slice: >= 0 };
    }
}
