using System.Buffers.Binary;
using System.IO.Compression;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>A compressed movie header, QuickTime File Format, "Compressed movie resources": cmov holds dcom and cmvd.</summary>
internal static class CompressedMovie
{
    private const uint Zlib = 0x7A6C6962; // zlib

    /// <summary>Deflate cannot exceed 1032 to 1 (zlib, "Maximum expansion factor"); a larger claim is a lie.</summary>
    private const int MaxRatio = 1032;

    private const int SizeLength = 4;

    /// <returns>The moov box; null if it cannot be had, which is then a problem.</returns>
    /// <exception cref="LimitReachedException">There are too many boxes.</exception>
    public static async ValueTask<byte[]?> InflateAsync(InspectionContext inspection, Box cmov, string path)
    {
        uint? algorithm = null;
        Box? data = null;
        for (var position = cmov.Payload; position < cmov.End;)
        {
            inspection.CountBox();
            if ((await Box.ReadAsync(inspection.Bytes, position, cmov.End, path)).Box is not { } child)
            {
                break;
            }

            switch (child.Type)
            {
                case BoxType.Dcom when child.PayloadLength >= SizeLength:
                    algorithm = BinaryPrimitives.ReadUInt32BigEndian((await inspection.Bytes.PeekAsync(child.Payload, SizeLength)).Span);
                    break;
                case BoxType.Cmvd:
                    data ??= child;
                    break;
            }

            position = child.End;
        }

        if (algorithm != Zlib || data is not { PayloadLength: > SizeLength } compressed)
        {
            inspection.Add(Damage("it is not compressed with zlib, or contains no data", cmov, path));
            return null;
        }

        return await inspection.ReadValueAsync(compressed.Payload, compressed.PayloadLength, cmov.At(path)) is { } bytes
            ? Inflate(bytes, inspection, cmov, path)
            : null;
    }

    private static byte[]? Inflate(byte[] compressed, InspectionContext inspection, Box cmov, string path)
    {
        var size = BinaryPrimitives.ReadUInt32BigEndian(compressed);
        if (size > (ulong)compressed.Length * MaxRatio)
        {
            inspection.Add(Damage($"it claims {size} bytes, more than its data can hold", cmov, path));
            return null;
        }

        if (size > inspection.Options.MaxValueLength)
        {
            inspection.Add(new Problem("limit.valueLength",
                $"The compressed movie header is {size} bytes long; at most {inspection.Options.MaxValueLength} are unpacked.",
                cmov.At(path)));
            return null;
        }

        try
        {
            using var packed = new MemoryStream(compressed, SizeLength, compressed.Length - SizeLength);
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            var movie = new byte[size];
            var length = zlib.ReadAtLeast(movie, movie.Length, throwOnEndOfStream: false);
            if (length == movie.Length && zlib.ReadByte() < 0)
            {
                return movie;
            }

            inspection.Add(Damage("it unpacks to a different length than it claims", cmov, path));
        }
        catch (InvalidDataException)
        {
            inspection.Add(Damage("its data cannot be unpacked", cmov, path));
        }

        return null;
    }

    private static Problem Damage(string what, Box cmov, string path) =>
        new("container.damaged", $"The compressed movie header at byte {cmov.Offset} was not read: {what}.", cmov.At(path));
}
