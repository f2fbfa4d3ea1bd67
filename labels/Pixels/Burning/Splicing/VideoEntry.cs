using System.Buffers.Binary;
using AiLabels.Pixels.Burning.H264;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Sample entry of H.264, ISO/IEC 14496-15 clause 5.4.2: fixed fields, then boxes.</summary>
/// <param name="PixelAspect">pasp, which takes precedence over the video's own; null if there is none.</param>
internal sealed record VideoEntry(AvcConfiguration Record, (uint Width, uint Height)? PixelAspect, ReadOnlyMemory<byte> Fields, Box? Colour)
{
    private const int FieldsLength = 78;
    private const int BoxHeader = 8;

    /// <exception cref="UnsuitableException">It is of another codec, or crops the pictures.</exception>
    public static VideoEntry Read(Box entry)
    {
        if (entry.Type != BoxType.Avc1 || entry.Payload.Length < FieldsLength)
        {
            throw new UnsuitableException("its video is not H.264 as MP4 usually has it (avc1)");
        }

        var boxes = Children(entry.Payload[FieldsLength..]);
        if (boxes.Any(static box => box.Type == BoxType.Clap))
        {
            throw new UnsuitableException("its pictures have a clean aperture");
        }

        var record = boxes.FirstOrDefault(static box => box.Type == BoxType.AvcC);
        return new(
            AvcConfiguration.Read(record.Payload.Span), Aspect(boxes.FirstOrDefault(static box => box.Type == BoxType.Pasp)),
            entry.Payload[..FieldsLength], boxes.Exists(IsColour) ? boxes.Find(IsColour) : null);
    }

    /// <summary>Writes it with the parameter sets of both parts of the video.</summary>
    public byte[] Write(AvcConfiguration both) => Box.Write(
        BoxType.Avc1,
        [
            Fields.ToArray(), Box.Write(BoxType.AvcC, [both.Write()]),
            .. PixelAspect is var (width, height) ? (byte[][])[Box.Write(BoxType.Pasp, [SampleTables.UInt32s([width, height])])] : [],
            .. Colour is { } colour ? (byte[][])[colour.Write()] : [],
        ]);

    /// <remarks>QuickTime ends the list with four zeros.</remarks>
    public static List<Box> Children(ReadOnlyMemory<byte> bytes)
    {
        var end = bytes.Length;
        for (var at = 0; at < bytes.Length;)
        {
            var length = bytes.Length - at < BoxHeader ? 0 : BinaryPrimitives.ReadUInt32BigEndian(bytes.Span[at..]);
            if (length == 0 && bytes.Span[at..].IndexOfAnyExcept((byte)0) < 0)
            {
                end = at;
                break;
            }

            at += length >= BoxHeader && length <= bytes.Length - at
                ? (int)length
                : throw new UnsuitableException("its sample description is damaged");
        }

        return [.. Box.In(bytes[..end])];
    }

    private static bool IsColour(Box box) => box.Type == BoxType.Colr;

    private static (uint, uint)? Aspect(Box pasp)
    {
        if (pasp.Type == 0)
        {
            return null;
        }

        var reader = new FieldReader(pasp.Payload.Span);
        return (reader.UInt32(), reader.UInt32()) is ( > 0, > 0) and var aspect
            ? aspect
            : throw new UnsuitableException("its pixels have no valid shape");
    }
}
