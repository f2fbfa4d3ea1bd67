using System.Buffers.Binary;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>Reads fragmented MP4 (ISO/IEC 14496-12 clause 8.8) sequentially: media into a file, their description into memory.</summary>
/// <remarks>The encoder's output depends on an untrusted file, so everything is bounded and checked.</remarks>
internal sealed class FragmentReader(Stream output, SpoolFile media)
{
    private const int HeaderLength = 8;
    private const int MaxIndex = 16 << 20;
    private const int BlockSize = 256 << 10;

    private readonly Dictionary<uint, TrackSamples> _tracks = [];
    private Box? _moov;
    private long _position;

    /// <returns>The movie, or null if the output ends before its last box does.</returns>
    /// <exception cref="InvalidDataException">The output does not have the requested form.</exception>
    public async Task<FragmentedMovie?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            return await ReadBoxesAsync(cancellation);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private async Task<FragmentedMovie> ReadBoxesAsync(CancellationToken cancellation)
    {
        var header = new byte[HeaderLength];
        Fragment? fragment = null;
        while (await output.ReadAtLeastAsync(header, HeaderLength, throwOnEndOfStream: false, cancellation) == HeaderLength)
        {
            var (type, start) = (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)), _position);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header) - (long)HeaderLength;
            _position += HeaderLength;
            switch (type)
            {
                case BoxType.Moov:
                    _moov = new(type, await LoadAsync(length, cancellation));
                    break;
                case BoxType.Moof:
                    fragment = new(new(type, await LoadAsync(length, cancellation)), start);
                    break;
                case BoxType.Mdat when fragment is { } described:
                    new RunReader(_tracks, mediaAt: media.Length - _position).Read(
                        described.Box, described.Start, media.Length, media.Length + length);
                    await CopyAsync(length, cancellation);
                    break;
                default:
                    await LoadAsync(length, cancellation);
                    break;
            }
        }

        return new(_moov ?? throw new EndOfStreamException(), _tracks);
    }

    private async Task<byte[]> LoadAsync(long length, CancellationToken cancellation)
    {
        if (length is < 0 or > MaxIndex)
        {
            throw new InvalidDataException("A box of the encoder's output has an invalid length.");
        }

        var bytes = new byte[length];
        await output.ReadExactlyAsync(bytes, cancellation);
        _position += length;
        return bytes;
    }

    private async Task CopyAsync(long length, CancellationToken cancellation)
    {
        var block = new byte[BlockSize];
        for (var left = length; left > 0;)
        {
            var read = await output.ReadAsync(block.AsMemory(0, (int)Math.Min(left, BlockSize)), cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException();
            }

            await media.AppendAsync(block.AsMemory(0, read), cancellation);
            left -= read;
        }

        _position += length;
    }

    private readonly record struct Fragment(Box Box, long Start);
}
