using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Serverless.Reporting.Decisions;

/// <summary>Where the next page of decisions begins. Opaque to clients but not secret: a forged one can only start elsewhere in the same window.</summary>
/// <param name="Slice">Number of the slice of the window.</param>
/// <param name="Marker">The service's own mark in its listing of the slice; null for its beginning.</param>
internal sealed record DecisionCursor(int Slice, string? Marker)
{
    private const int MaxLength = 4096;

    public override string ToString() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, DecisionJson.Default.DecisionCursor));

    public static bool TryParse(string text, [NotNullWhen(true)] out DecisionCursor? cursor)
    {
        cursor = null;
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return false;
        }

        try
        {
            cursor = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(text), DecisionJson.Default.DecisionCursor);
            return cursor is { Slice: >= 0 };
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
