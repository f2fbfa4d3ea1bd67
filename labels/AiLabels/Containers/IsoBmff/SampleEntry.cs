using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers.IsoBmff;

/// <summary>The first entry of stsd, ISO/IEC 14496-12 clauses 8.5.2 and 12.1.3.</summary>
/// <param name="Codec">Four-character code, such as <c>avc1</c>.</param>
/// <param name="Compressor">compressorname of a visual entry: where some encoders sign.</param>
internal sealed record SampleEntry(string Codec, int? Width, int? Height, string? Compressor)
{
    private const int FirstEntry = 8;
    private const int WidthAt = FirstEntry + 32;
    private const int CompressorAt = FirstEntry + 50;
    private const int MaxCompressorLength = 31;

    public static SampleEntry? Read(ReadOnlySpan<byte> stsd, TrackKind kind)
    {
        if (stsd.Length < FirstEntry + 8)
        {
            return null;
        }

        var codec = BoxType.ToText(BinaryPrimitives.ReadUInt32BigEndian(stsd[(FirstEntry + 4)..])).TrimEnd();
        return kind != TrackKind.Video || stsd.Length < CompressorAt + 1 + MaxCompressorLength
            ? new(codec, null, null, null)
            : new(
                codec,
                BinaryPrimitives.ReadUInt16BigEndian(stsd[WidthAt..]),
                BinaryPrimitives.ReadUInt16BigEndian(stsd[(WidthAt + 2)..]),
                ReadCompressor(stsd[CompressorAt..]));
    }

    private static string? ReadCompressor(ReadOnlySpan<byte> name) =>
        name[0] is > 0 and <= MaxCompressorLength and var length ? Encoding.UTF8.GetString(name.Slice(1, length)).TrimEnd('\0') : null;
}
