using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary>
/// Bytes after the movie, or between its parts, that belong to no structure of the format: phones and cameras write their own data there.
/// Players and readers of labels never reach them, so they hide no label that anyone would find; traces of one keep the file from being
/// called clear.
/// </summary>
internal static class Trailer
{
    private const int SampleLength = 32 << 10;
    private const int LongestTrace = 32;

    private static readonly byte[][] Traces =
    [
        "AIGC"u8.ToArray(), "aigc"u8.ToArray(), "c2pa"u8.ToArray(), "C2PA"u8.ToArray(), "jumb"u8.ToArray(), "xmpmeta"u8.ToArray(),
        "DigitalSourceType"u8.ToArray(), "moov"u8.ToArray(), "moof"u8.ToArray(),
    ];

    /// <returns>A note; null if the bytes hold traces of a label or of another movie.</returns>
    public static async ValueTask<Problem?> FindAsync(ByteReader bytes, long position) => await HasTraceAsync(bytes, position, bytes.Length)
        ? null
        : new(
            Note.Trailer,
            $"The movie is followed, at byte {position}, by {bytes.Length - position} bytes of other data; players do not read them.",
            new Source("", position, bytes.Length - position));

    /// <summary>Returns the problem of bytes between two parts of a stream: a note, or damage if they hold traces of a label.</summary>
    /// <param name="place">Path of the parent.</param>
    public static async ValueTask<Problem> BetweenAsync(ByteReader bytes, long position, long end, string place) =>
        await HasTraceBetweenAsync(bytes, position, end)
            ? new("container.damaged", $"From byte {position} on {end - position} bytes are damaged; they seem to hold a label.",
                new Source(place, position, end - position))
            : new(Note.Gap, $"From byte {position} on {end - position} bytes are damaged or missing; players go on behind them.",
                new Source(place, position, end - position));

    private static async ValueTask<bool> HasTraceAsync(ByteReader bytes, long position, long end)
    {
        var length = (int)Math.Min(SampleLength, end - position);
        return HasTrace((await bytes.PeekAsync(position, length)).Span) || HasTrace((await bytes.PeekAsync(end - length, length)).Span);
    }

    private static async ValueTask<bool> HasTraceBetweenAsync(ByteReader bytes, long position, long end)
    {
        for (; position < end; position += SampleLength - LongestTrace)
        {
            if (HasTrace((await bytes.PeekAsync(position, (int)Math.Min(SampleLength, end - position))).Span))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTrace(ReadOnlySpan<byte> bytes)
    {
        foreach (var trace in Traces)
        {
            if (bytes.IndexOf(trace) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
