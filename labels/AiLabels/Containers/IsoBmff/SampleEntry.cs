using System.Buffers.Binary;
using System.Text;
using AiLabels.Containers.Video;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>The first entry of stsd, ISO/IEC 14496-12 clauses 8.5.2 and 12.1.3.</summary>
/// <param name="Codec">Four-character code, such as <c>avc1</c>.</param>
/// <param name="Compressor">compressorname of a visual entry, which some encoders set to their name.</param>
/// <param name="Format">How H.264 and H.265 samples are stored.</param>
internal sealed record SampleEntry(string Codec, int? Width = null, int? Height = null, string? Compressor = null, NalFormat? Format = null)
{
    private const uint AvcC = 0x61766343;
    private const uint HvcC = 0x68766343;

    private const uint Clap = 0x636C6170;

    private const int FirstEntry = 8;
    private const int WidthAt = FirstEntry + 32;
    private const int CompressorAt = FirstEntry + 50;
    private const int MaxCompressorLength = 31;
    private const int ChildrenAt = FirstEntry + 86;

    /// <summary>The clean aperture; null if the whole picture is shown.</summary>
    public ShownArea? Shown { get; private init; }

    public static SampleEntry? Read(ReadOnlySpan<byte> stsd, TrackKind kind)
    {
        if (stsd.Length < FirstEntry + 8)
        {
            return null;
        }

        var codec = FourCc.ToText(BinaryPrimitives.ReadUInt32BigEndian(stsd[(FirstEntry + 4)..])).TrimEnd();
        if (kind != TrackKind.Video || stsd.Length < ChildrenAt)
        {
            return new(codec);
        }

        var entry = new SampleEntry(
            codec,
            BinaryPrimitives.ReadUInt16BigEndian(stsd[WidthAt..]),
            BinaryPrimitives.ReadUInt16BigEndian(stsd[(WidthAt + 2)..]),
            ReadCompressor(stsd[CompressorAt..]));
        return ReadChildren(entry, stsd[ChildrenAt..EndOfEntry(stsd)]);
    }

    /// <summary>Boxes after the first entry belong to others.</summary>
    private static int EndOfEntry(ReadOnlySpan<byte> stsd) =>
        (int)Math.Clamp(FirstEntry + (long)BinaryPrimitives.ReadUInt32BigEndian(stsd[FirstEntry..]), ChildrenAt, stsd.Length);

    private static SampleEntry ReadChildren(SampleEntry entry, ReadOnlySpan<byte> children)
    {
        while (children.Length > 8)
        {
            var length = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(children), 8, (uint)children.Length);
            var payload = children[8..length];
            entry = BinaryPrimitives.ReadUInt32BigEndian(children[4..]) switch
            {
                AvcC => entry with { Format = entry.Format ?? NalFormat.FromAvcC(payload) },
                HvcC => entry with { Format = entry.Format ?? NalFormat.FromHvcC(payload) },
                Clap => entry with { Shown = entry.Shown ?? ReadAperture(payload, entry) },
                _ => entry,
            };
            children = children[length..];
        }

        return entry;
    }

    /// <summary>clap, ISO/IEC 14496-12 clause 12.1.4: width, height and offsets of the middle, each a fraction.</summary>
    private static ShownArea? ReadAperture(ReadOnlySpan<byte> clap, SampleEntry entry)
    {
        if (clap.Length < 32)
        {
            return null;
        }

        var (width, height) = (Fraction(clap), Fraction(clap[8..]));
        var (x, y) = (Fraction(clap[16..]) + ((entry.Width - width) / 2), Fraction(clap[24..]) + ((entry.Height - height) / 2));
        return ShownArea.In(entry.Width, entry.Height, x ?? double.NaN, y ?? double.NaN, width, height);
    }

    /// <summary>The numerator of an offset is signed; encoders write that of a size below 2^31.</summary>
    private static double Fraction(ReadOnlySpan<byte> bytes) =>
        BinaryPrimitives.ReadInt32BigEndian(bytes) / (double)BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);

    private static string? ReadCompressor(ReadOnlySpan<byte> name) =>
        name[0] is > 0 and <= MaxCompressorLength and var length ? Encoding.UTF8.GetString(name.Slice(1, length)).TrimEnd('\0') : null;
}
