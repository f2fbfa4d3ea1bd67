using System.Buffers.Binary;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Sample entry of audio, ISO/IEC 14496-12 clause 12.2.3, and as QuickTime writes it.</summary>
internal static class AudioEntry
{
    private const int FieldsLength = 28;
    private const int VersionAt = 8;

    /// <summary>Fields that QuickTime adds in version 1.</summary>
    private const int AddedLength = 16;

    private const uint Mp4a = 0x6D703461;
    private const uint Wave = 0x77617665;
    private const uint Esds = 0x65736473;

    /// <summary>Codecs that players support in MP4: AAC and what else mp4a means, AC-3, Enhanced AC-3, ALAC, Opus, MP3.</summary>
    private static readonly uint[] Kept = [Mp4a, 0x61632D33, 0x65632D33, 0x616C6163, 0x4F707573, 0x2E6D7033];

    /// <returns>The entry as MP4 has it.</returns>
    /// <exception cref="UnsuitableException">MP4 players do not support the codec.</exception>
    public static byte[] Write(Box entry)
    {
        var payload = entry.Payload;
        var version = payload.Length >= FieldsLength ? BinaryPrimitives.ReadUInt16BigEndian(payload.Span[VersionAt..]) : -1;
        return (version, entry.Type) switch
        {
            (0, var codec) when Kept.Contains(codec) => entry.Write(),
            (1, Mp4a) when payload.Length >= FieldsLength + AddedLength => Plain(payload),
            _ => throw new UnsuitableException("MP4 has no place for its audio codec"),
        };
    }

    /// <summary>Takes the decoder configuration out of QuickTime's own box.</summary>
    private static byte[] Plain(ReadOnlyMemory<byte> payload)
    {
        var boxes = VideoEntry.Children(payload[(FieldsLength + AddedLength)..]);
        var configuration = boxes.Where(static box => box.Type == Wave).SelectMany(static box => VideoEntry.Children(box.Payload))
            .Concat(boxes).FirstOrDefault(static box => box.Type == Esds);
        if (configuration.Type == 0)
        {
            throw new UnsuitableException("MP4 has no place for its audio codec");
        }

        var fields = payload[..FieldsLength].ToArray();
        fields.AsSpan(VersionAt, sizeof(ushort)).Clear();
        fields.AsSpan(20, 4).Clear(); // Compression ID and packet size: zero in MP4.
        return Box.Write(Mp4a, [fields, configuration.Write()]);
    }
}
