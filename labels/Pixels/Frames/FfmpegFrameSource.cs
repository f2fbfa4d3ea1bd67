using System.Runtime.CompilerServices;
using AiLabels.Pixels.Feed;
using AiLabels.Pixels.Programs;
using AiLabels.Reading;

namespace AiLabels.Pixels.Frames;

/// <summary>Decodes with ffmpeg in its own process, which reads the video by ranges and sees nothing else.</summary>
/// <remarks>One request at a time. Whatever a file does to its decoder becomes one of <see cref="Problems"/>.</remarks>
public sealed class FfmpegFrameSource : IFrameSource, IAsyncDisposable
{
    private const int MaxProblems = 32;
    private const int ProbedPackets = 500;

    /// <summary>How much earlier decoding begins when a file without an index was entered behind a key frame.</summary>
    private static readonly TimeSpan[] EntryMargins = [TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30)];

    private readonly FrameSourceOptions _options;
    private readonly BlockCache _blocks;
    private readonly LoopbackFeed _feed;
    private readonly FfmpegArguments? _arguments;
    private readonly List<Problem> _problems = [];

    private FfmpegFrameSource(BlockCache blocks, LoopbackFeed feed, ContainerFormat format, FrameSourceOptions options)
    {
        _options = options;
        _blocks = blocks;
        _feed = feed;
        _arguments = Demuxer.Of(format) is { } demuxer ? new FfmpegArguments(demuxer, feed.Url, options) : null;
    }

    public TimeSpan? Duration { get; private set; }

    /// <summary>What could not be decoded, and which limits were reached: <c>undecodable</c>, <c>damaged</c>, <c>limit.cpu</c>, <c>limit.bytes</c> and so on.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long BytesRead => _blocks.BytesRead;

    /// <summary>Requests to anything but the video that the decoder was kept from.</summary>
    public int RefusedRequests => _feed.Refused;

    /// <param name="format">What the first bytes of the file say, see <see cref="ContainerFacts.Format"/>.</param>
    /// <exception cref="IOException">The source failed.</exception>
    /// <exception cref="FileNotFoundException">ffmpeg is not installed.</exception>
    public static async Task<FfmpegFrameSource> OpenAsync(
        IByteSource source, ContainerFormat format, FrameSourceOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var blocks = new BlockCache(source, options.CacheBytes, options.MaxBytesRead);
        var frames = new FfmpegFrameSource(blocks, await LoopbackFeed.StartAsync(blocks, cancellationToken), format, options);
        try
        {
            await frames.ProbeAsync(cancellationToken);
            return frames;
        }
        catch
        {
            await frames.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="IOException">The source failed.</exception>
    public async IAsyncEnumerable<Frame> ReadAsync(FrameRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_arguments is null || !HasVideo)
        {
            yield break;
        }

        var frames = (request.Duration, request.Purpose) switch
        {
            ({ Ticks: 0 }, _) => RunAsync(_arguments.KeyFrame(request.From), cancellationToken),
            (_, FramePurpose.Middle) => KeyFramesAsync(_arguments, request, cancellationToken),
            _ => StretchAsync(_arguments, request, cancellationToken),
        };
        await foreach (var frame in frames)
        {
            yield return frame;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        _blocks.Dispose();
    }

    private bool HasVideo { get; set; }

    private async Task ProbeAsync(CancellationToken cancellation)
    {
        if (_arguments is null)
        {
            Report(new("container.unknown", "The file is in none of the containers that are decoded here."));
            return;
        }

        var (result, output) = await Program("ffprobe").RunAsync(_arguments.Probe(ProbedPackets), cancellationToken: cancellation);
        var video = ProbedVideo.Parse(output, ProbedPackets);
        (HasVideo, Duration) = (video.HasVideo, video.Duration);
        Judge(result, HasVideo);
    }

    private async IAsyncEnumerable<Frame> StretchAsync(
        FfmpegArguments arguments, FrameRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var grid = TimeSpan.FromSeconds(1 / request.FramesPerSecond);
        foreach (var margin in EntryMargins)
        {
            var seek = request.From > margin ? request.From - margin : TimeSpan.Zero;
            var found = false;
            await foreach (var frame in RunAsync(arguments.Stretch(request, seek), cancellation))
            {
                var isLate = !found && seek > TimeSpan.Zero && frame.Time > request.From + grid;
                if (isLate && margin != EntryMargins[^1])
                {
                    break;
                }

                found = true;
                yield return frame;
            }

            if (found || seek == TimeSpan.Zero)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<Frame> KeyFramesAsync(
        FfmpegArguments arguments, FrameRequest request, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var count = Math.Clamp((int)Math.Round(request.Duration.TotalSeconds * request.FramesPerSecond), 1, _options.MaxFrames);
        var last = TimeSpan.MinValue;
        for (var i = 0; i < count; i++)
        {
            await foreach (var frame in RunAsync(arguments.KeyFrame(request.From + (request.Duration * ((i + 0.5) / count))), cancellation))
            {
                if (frame.Time > last)
                {
                    last = frame.Time;
                    yield return frame;
                }
            }
        }
    }

    private async IAsyncEnumerable<Frame> RunAsync(IEnumerable<string> arguments, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var program = await Program("ffmpeg").StartAsync(arguments, cancellationToken: cancellation);
        var frames = new FrameReader(program.Output, _options.MaxLongSide).ReadAsync(cancellation).GetAsyncEnumerator(cancellation);
        await using (frames)
        {
            var any = false;
            while (await NextAsync())
            {
                any = true;
                yield return frames.Current;
            }

            Judge(await program.WaitAsync(), any);
        }

        async ValueTask<bool> NextAsync()
        {
            try
            {
                return await frames.MoveNextAsync();
            }
            catch (InvalidDataException invalid)
            {
                Report(new("undecodable", invalid.Message));
                await program.DisposeAsync();
                return false;
            }
        }
    }

    private ContainedProgram Program(string name) =>
        new(name, _options.Program) { Environment = new Dictionary<string, string> { ["http_proxy"] = _feed.Address } };

    private void Judge(ProgramResult result, bool isUseful)
    {
        if (_blocks.Failure is { } failure)
        {
            throw new IOException("The source of the video failed.", failure);
        }

        var said = DecoderMessage.Of(result.Errors, _feed.Url);
        if (_blocks.IsExhausted)
        {
            Report(new("limit.bytes", $"More than {_options.MaxBytesRead} bytes would have to be read."));
        }
        else if (result.Limit is { } limit)
        {
            Report(new(limit, $"The decoder was ended at a limit. {said}"));
        }
        else if (!result.Succeeded || !isUseful)
        {
            Report(new("undecodable", $"The decoder gave no picture and exit code {result.ExitCode}. {said}"));
        }
        else if (said.Length > 0)
        {
            Report(new("damaged", $"The decoder went on behind damage. {said}"));
        }
    }

    private void Report(Problem problem)
    {
        if (_problems.Count < MaxProblems && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }
}
