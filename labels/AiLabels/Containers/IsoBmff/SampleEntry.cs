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

    private const int FirstEntry = 8;
    private const int WidthAt = FirstEntry + 32;
    private const int CompressorAt = FirstEntry + 50;
    private const int MaxCompressorLength = 31;
    private const int ChildrenAt = FirstEntry + 86;

    public static SampleEntry? Read(ReadOnlySpan<byte> stsd, TrackKind kind)
    {
        if (stsd.Length < FirstEntry + 8)
        {
            return null;
        }

        var codec = FourCc.ToText(BinaryPrimitives.ReadUInt32BigEndian(stsd[(FirstEntry + 4)..])).TrimEnd();
        return kind != TrackKind.Video || stsd.Length < ChildrenAt
            ? new(codec)
            : new(
                codec,
                BinaryPrimitives.ReadUInt16BigEndian(stsd[WidthAt..]),
                BinaryPrimitives.ReadUInt16BigEndian(stsd[(WidthAt + 2)..]),
                ReadCompressor(stsd[CompressorAt..]),
                ReadFormat(stsd[ChildrenAt..]));
    }

    private static NalFormat? ReadFormat(ReadOnlySpan<byte> children)
    {
        while (children.Length > 8)
        {
            var length = (int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(children), 8, (uint)children.Length);
            switch (BinaryPrimitives.ReadUInt32BigEndian(children[4..]))
            {
                case AvcC:
                    return NalFormat.FromAvcC(children[8..length]);
                case HvcC:
                    return NalFormat.FromHvcC(children[8..length]);
            }

            children = children[length..];
        }

        return null;
    }

    private static string? ReadCompressor(ReadOnlySpan<byte> name) =>
        name[0] is > 0 and <= MaxCompressorLength and var length ? Encoding.UTF8.GetString(name.Slice(1, length)).TrimEnd('\0') : null;
}
