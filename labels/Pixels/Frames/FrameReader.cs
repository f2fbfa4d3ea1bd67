using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace AiLabels.Pixels.Frames;

/// <summary>Parses ffmpeg's output: the lines of its framecrc muxer, each followed by the raw picture it describes.</summary>
/// <remarks>The process reads untrusted files, so sizes are checked before allocating.</remarks>
internal sealed class FrameReader(Stream stream, int maxSide)
{
    private const int MaxLine = 256;

    private readonly PipeReader _bytes = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 256 << 10));
    private readonly List<(int Width, int Height)> _sizes = [];
    private double _timeBase;

    /// <summary>
    /// Pictures of the second stream, which are grey and not larger than those of the first, so that their length tells them apart.
    /// </summary>
    public List<SmallFrame> Small { get; } = [];

    /// <exception cref="InvalidDataException">The output does not have that form.</exception>
    public async IAsyncEnumerable<Frame> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (await ReadLineAsync(cancellation) is { } line)
        {
            if (line.StartsWith('#'))
            {
                ReadHeader(line);
            }
            else if (await ReadPictureAsync(line.Split(',', StringSplitOptions.TrimEntries), cancellation) is { } frame)
            {
                yield return frame;
            }
        }
    }

    private void ReadHeader(string line)
    {
        switch (line.Split(' ', ':', '/', 'x'))
        {
            case ["#tb", "0", "", var numerator, var denominator]:
                _timeBase = (double)Integer(numerator) / Math.Max(1, Integer(denominator));
                break;
            case ["#dimensions", "0", "", var width, var height] when _sizes.Count < 2:
                _sizes.Add((Side(width), Side(height)));
                break;
        }
    }

    /// <summary>Returns null for a small picture, and if the program ended within the picture.</summary>
    private async ValueTask<Frame?> ReadPictureAsync(string[] fields, CancellationToken cancellation)
    {
        var size = fields is [_, _, _, _, var length, ..] ? Integer(length) : 0;
        if (size == 0 || (size != SampledLength && size != SmallLength))
        {
            throw new InvalidDataException("A line of the decoder's output describes no frame.");
        }

        var read = await _bytes.ReadAtLeastAsync((int)size, cancellation);
        if (read.Buffer.Length < size)
        {
            _bytes.AdvanceTo(read.Buffer.End);
            return null;
        }

        var picture = read.Buffer.Slice(0, size).ToArray().AsMemory();
        _bytes.AdvanceTo(read.Buffer.GetPosition(size));
        return Picture(TimeSpan.FromSeconds(Integer(fields[2]) * _timeBase), picture);
    }

    private int SampledLength => _sizes.Count > 0 ? _sizes[0].Width * _sizes[0].Height * 3 / 2 : 0;

    private int SmallLength => _sizes.Count > 1 ? _sizes[1].Width * _sizes[1].Height : 0;

    private Frame? Picture(TimeSpan time, Memory<byte> picture)
    {
        if (picture.Length != SampledLength)
        {
            Small.Add(new(time, _sizes[1].Width, _sizes[1].Height, picture));
            return null;
        }

        var (width, height) = _sizes[0];
        var (luma, chroma) = (width * height, width * height / 4);
        return new(time, width, height, picture[..luma], picture.Slice(luma, chroma), picture[(luma + chroma)..]);
    }

    private async ValueTask<string?> ReadLineAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var read = await _bytes.ReadAsync(cancellation);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.ASCII.GetString(read.Buffer.Slice(0, end));
                _bytes.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line;
            }

            if (read.IsCompleted)
            {
                return null;
            }

            if (read.Buffer.Length > MaxLine)
            {
                throw new InvalidDataException("A line of the decoder's output has no end.");
            }

            _bytes.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private int Side(string text) => Integer(text) is var side && side > 0 && side <= maxSide && side % 2 == 0
        ? (int)side
        : throw new InvalidDataException("The decoder's frames do not have the requested dimensions.");

    private static long Integer(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InvalidDataException("A number in the decoder's output is invalid.");
}
