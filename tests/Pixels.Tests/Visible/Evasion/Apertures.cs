using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Pixels.Tests.Visible.Evasion;

/// <summary>Adds what the encoder does not write: clean aperture, PixelCrop.</summary>
internal static class Apertures
{
    /// <summary>Adds clap, ISO/IEC 14496-12 clause 12.1.4, to the first sample entry of a file whose index follows the media.</summary>
    /// <param name="across">Distance of its middle from the picture's, to the right.</param>
    public static byte[] WithClap(byte[] file, int width, int height, int across, int down)
    {
        var clap = new byte[40];
        int[] fields = [40, 0, width, 1, height, 1, across, 1, down, 1];
        for (var i = 0; i < fields.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(clap.AsSpan(i * 4), fields[i]);
        }

        "clap"u8.CopyTo(clap.AsSpan(4));
        List<int> parents = [];
        var (at, end) = (0, file.Length);
        foreach (var (type, header) in ((string, int)[])[("moov", 8), ("trak", 8), ("mdia", 8), ("minf", 8), ("stbl", 8), ("stsd", 16), ("avc1", 86)])
        {
            at = Find(file, at, end, type);
            parents.Add(at);
            end = at + Length(file, at);
            at += header;
        }

        var copy = (byte[])file.Clone();
        foreach (var parent in parents)
        {
            BinaryPrimitives.WriteInt32BigEndian(copy.AsSpan(parent), Length(file, parent) + clap.Length);
        }

        return [.. copy[..end], .. clap, .. copy[end..]];
    }

    /// <summary>
    /// Adds PixelCropTop or PixelCropBottom, RFC 9559, to the first track of a file, in place of the checksum of all tracks: the lengths
    /// have no room for more.
    /// </summary>
    public static byte[] WithPixelCrop(byte[] file, int top, int bottom)
    {
        const uint Tracks = 0x1654AE6B;
        const int ChecksumLength = 6;
        byte[] crop = [0x54, (byte)(top > 0 ? 0xBB : 0xAA), 0x82, (byte)((top + bottom) >> 8), (byte)(top + bottom)];
        var checksum = 0;
        var copy = (byte[])file.Clone();
        var at = 0;
        foreach (var id in (uint[])[0x18538067, Tracks, 0xAE, 0xE0])
        {
            while (Number(file, at, keepsMarker: true) is var (found, idLength) && found != id)
            {
                var (length, lengthBytes) = Number(file, at + idLength, keepsMarker: false);
                at += idLength + lengthBytes + (int)length;
            }

            at += Number(file, at, keepsMarker: true).Bytes;
            var bytes = Number(file, at, keepsMarker: false).Bytes;
            // The length of a segment without end is unknown, all ones.
            if (id != 0x18538067)
            {
                Grow(copy.AsSpan(at, bytes), crop.Length - (id == Tracks ? ChecksumLength : 0));
            }

            at += bytes;
            checksum = id == Tracks ? at : checksum;
        }

        return [.. copy[..checksum], .. copy[(checksum + ChecksumLength)..at], .. crop, .. copy[at..]];
    }

    /// <summary>An EBML number; the highest bit that is set in its first byte marks its length.</summary>
    private static (long Value, int Bytes) Number(byte[] file, int at, bool keepsMarker)
    {
        var bytes = System.Numerics.BitOperations.LeadingZeroCount((uint)file[at]) - 23;
        long value = keepsMarker ? file[at] : file[at] & ((1 << (8 - bytes)) - 1);
        for (var i = 1; i < bytes; i++)
        {
            value = (value << 8) | file[at + i];
        }

        return (value, bytes);
    }

    private static void Grow(Span<byte> length, int by)
    {
        for (var i = length.Length - 1; by != 0 && i >= 0; i--)
        {
            by += length[i];
            length[i] = (byte)by;
            by >>= 8;
        }
    }

    private static int Find(byte[] file, int at, int end, string type)
    {
        while (at < end && Encoding.ASCII.GetString(file, at + 4, 4) != type)
        {
            at += Length(file, at);
        }

        return at;
    }

    private static int Length(byte[] file, int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
