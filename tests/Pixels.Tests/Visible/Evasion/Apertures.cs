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

    /// <summary>Adds PixelCropTop and PixelCropBottom, RFC 9559, to the first track of a file without index.</summary>
    public static byte[] WithPixelCrop(byte[] file, int top, int bottom)
    {
        byte[] crop = [0x54, 0xBB, 0x82, (byte)(top >> 8), (byte)top, 0x54, 0xAA, 0x82, (byte)(bottom >> 8), (byte)bottom];
        var copy = (byte[])file.Clone();
        var at = 0;
        foreach (var id in (byte[][])[[0x16, 0x54, 0xAE, 0x6B], [0xAE], [0xE0]])
        {
            at += file.AsSpan(at).IndexOf(id) + id.Length;
            // The marker of the length is its highest bit that is set.
            var bytes = System.Numerics.BitOperations.LeadingZeroCount((uint)file[at]) - 23;
            Grow(copy.AsSpan(at, bytes), crop.Length);
            at += bytes;
        }

        return [.. copy[..at], .. crop, .. copy[at..]];
    }

    private static void Grow(Span<byte> length, int by)
    {
        for (var i = length.Length - 1; by > 0; i--)
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
