using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using AiLabels.Pixels.Feed;
using AiLabels.Pixels.Programs;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Frames;

/// <summary>Runs ffmpeg and ffprobe on one video and converts every failure to a problem.</summary>
internal sealed class Decoder : IAsyncDisposable
{
    private const int MaxProblems = 32;
    private const int ProbedPackets = 500;

    private readonly FrameSourceOptions _options;
    private readonly BlockCache _blocks;
    private readonly VideoFeed _feed;
    private readonly List<Problem> _problems = [];
    private int _runs;
    private bool? _hasSound;

    private Decoder(BlockCache blocks, VideoFeed feed, string demuxer, FrameSourceOptions options)
    {
        (_options, _blocks, _feed) = (options, blocks, feed);
        Arguments = new FfmpegArguments(demuxer, feed.Url, options);
    }

    public FfmpegArguments Arguments { get; }

    public IReadOnlyList<Problem> Problems => _problems;

    public long BytesRead => _blocks.BytesRead;

    public int RefusedRequests => _feed.Refused;

    public static async Task<Decoder> StartAsync(IByteSource source, string demuxer, FrameSourceOptions options)
    {
        var blocks = new BlockCache(source, options.CacheBytes);
        return new(blocks, await VideoFeed.StartAsync(blocks), demuxer, options);
    }

    /// <exception cref="IOException">The source failed.</exception>
    public async Task<ProbedVideo> ProbeAsync(CancellationToken cancellation)
    {
        if (!MayRun())
        {
            return ProbedVideo.Unreadable;
        }

        var (result, output) = await Program("ffprobe").RunAsync(Arguments.Probe(ProbedPackets), cancellationToken: cancellation);
        var video = ProbedVideo.Parse(output, ProbedPackets);
        Judge(result, video.Tracks.Count > 0);
        return video;
    }

    /// <summary>Returns the pictures of one run of ffmpeg; fewer or none if it fails.</summary>
    /// <param name="track">Gets the size of the pictures.</param>
    /// <param name="small">Gets the pictures of the second stream.</param>
    /// <exception cref="IOException">The source failed.</exception>
    public async IAsyncEnumerable<Frame> RunAsync(
        FfmpegArguments track, IEnumerable<string> arguments, List<SmallFrame>? small,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (!MayRun())
        {
            yield break;
        }

        await using var program = await Program("ffmpeg").StartAsync(arguments, cancellationToken: cancellation);
        var reader = new FrameReader(program.Output, _options.MaxLongSide);
        var frames = reader.ReadAsync(cancellation).GetAsyncEnumerator(cancellation);
        await using (frames)
        {
            var any = false;
            while (await NextAsync(frames))
            {
                any = true;
                track.Size = (frames.Current.Width, frames.Current.Height);
                yield return frames.Current;
            }

            small?.AddRange(reader.Small);
            Judge(await program.WaitAsync(), any);
        }
    }

    /// <returns>The audio, or null if the file has none.</returns>
    /// <exception cref="IOException">The source failed.</exception>
    public async Task<Sound?> ReadSoundAsync(TimeSpan from, TimeSpan duration, int sampleRate, CancellationToken cancellation)
    {
        if (!await HasSoundAsync(cancellation) || !MayRun())
        {
            return null;
        }

        var (result, output) =
            await Program("ffmpeg").RunAsync(Arguments.Sound(from, duration, sampleRate), cancellationToken: cancellation);
        Judge(result, output.Length > 0);
        var samples = new float[output.Length / sizeof(short)];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = BinaryPrimitives.ReadInt16LittleEndian(output.AsSpan(i * sizeof(short))) / 32768f;
        }

        return new(from, sampleRate, samples);
    }

    public async ValueTask DisposeAsync()
    {
        await _feed.DisposeAsync();
        _blocks.Dispose();
    }

    private async Task<bool> HasSoundAsync(CancellationToken cancellation)
    {
        if (_hasSound is null && MayRun())
        {
            var (result, output) = await Program("ffprobe").RunAsync(Arguments.ProbeSound(), cancellationToken: cancellation);
            Judge(result, result.Succeeded);
            _hasSound = ProbedVideo.HasSound(output);
        }

        return _hasSound is true;
    }

    private bool MayRun()
    {
        if (_runs++ >= _options.MaxRuns)
        {
            Report(new("limit.runs", $"Decoding would need more than {_options.MaxRuns} runs."));
            return false;
        }

        _blocks.Begin(Math.Min(_options.MaxBytesPerRun, _options.MaxBytesRead - _blocks.BytesRead));
        return true;
    }

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<Frame> frames)
    {
        try
        {
            return await frames.MoveNextAsync();
        }
        catch (InvalidDataException invalid)
        {
            Report(new("undecodable", invalid.Message));
            return false;
        }
    }

    private ContainedProgram Program(string name) => _feed.Decoder(name, _options.Program);

    private void Judge(ProgramResult result, bool isUseful)
    {
        if (_blocks.Failure is { } failure)
        {
            throw new IOException("The source of the video failed.", failure);
        }

        var said = DecoderMessage.Of(result.Errors, _feed.Url);
        if (result.Limit is { } limit)
        {
            Report(new(limit, $"The decoder was stopped at a limit. {said}"));
        }
        else if (_blocks.IsExhausted)
        {
            Report(new("limit.bytes", "The decoder tried to read more bytes than allowed for one run or in total."));
        }
        else if (!result.Succeeded || !isUseful)
        {
            Report(new("undecodable", $"The decoder produced too few frames or none, and exit code {result.ExitCode}. {said}"));
        }
        else if (said.Length > 0)
        {
            Report(new("damaged", $"The decoder continued after damage. {said}"));
        }
    }

    public void Report(Problem problem)
    {
        if (_problems.Count < MaxProblems && !_problems.Contains(problem))
        {
            _problems.Add(problem);
        }
    }
}
