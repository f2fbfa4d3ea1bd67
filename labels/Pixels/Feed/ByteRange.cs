using System.Globalization;

namespace AiLabels.Pixels.Feed;

/// <summary>A part of a file, from a byte to before another.</summary>
internal readonly record struct ByteRange(long From, long End)
{
    private const string Unit = "bytes=";

    public long Length => End - From;

    /// <summary>Reads a Range header, RFC 9110 section 14.2.</summary>
    /// <returns>
    /// The range; an empty one if the file ends before it; null for all of the file, which is the answer to a header that is absent, wrong,
    /// or asks for several ranges.
    /// </returns>
    public static ByteRange? Parse(string? header, long length)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase)
            || header[Unit.Length..].Split('-') is not [var first, var last])
        {
            return null;
        }

        return (Number(first), Number(last)) switch
        {
            ({ } from, _) when last.Length == 0 => Within(from, length),
            ({ } from, { } to) when to >= from => Within(from, Math.Min(length, to == long.MaxValue ? to : to + 1)),
            (_, { } suffix) when first.Length == 0 => new(suffix == 0 ? length : Math.Max(0, length - suffix), length),
            _ => null,
        };

        ByteRange Within(long from, long end) => from < length ? new(from, end) : new(length, length);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
