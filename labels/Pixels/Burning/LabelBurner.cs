using AiLabels.Pixels.Burning.Mp4;
using AiLabels.Pixels.Burning.Splicing;
using AiLabels.Pixels.Feed;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Burning;

/// <summary>
/// Overlays an explicit label on a video. ffmpeg decodes and encodes in its own process, which reads through the feed of the video and
/// writes to a pipe.
/// </summary>
/// <remarks>
/// <para>
/// A label for the first seconds of an H.264 video in MP4 or QuickTime costs the encoding of those seconds (<see cref="OpeningBurner"/>).
/// Otherwise the whole video track is encoded as 8-bit H.264, upright and with square pixels; audio is copied if MP4 supports its codec.
/// </para>
/// <para>
/// Metadata, subtitles and chapters are dropped: the publisher of the result writes its labels and keeps the original.
/// </para>
/// </remarks>
public sealed class LabelBurner(BurnOptions options)
{
    private const long CacheBytes = 32L << 20;
    private const long LeastRead = 64L << 20;

    /// <summary>
    /// Returns true if a label for the first seconds may cost the encoding of those alone, as far as the container says. The outcome tells
    /// whether it did.
    /// </summary>
    public static bool MayKeepRest(ContainerFacts container)
    {
        ArgumentNullException.ThrowIfNull(container);
        var videos = container.Tracks.Where(static track => track.Kind is TrackKind.Video).ToList();
        return container is { Format: ContainerFormat.IsoBmff or ContainerFormat.QuickTime, Fragmented: false }
            && videos is [{ Codec: "avc1", Shown: null }];
    }

    /// <param name="format">Format detected from the first bytes of the file, see <see cref="ContainerFacts.Format"/>.</param>
    /// <param name="source">Must outlive the video, which may read its rest from it.</param>
    /// <exception cref="IOException">The source or the temporary file failed.</exception>
    /// <exception cref="FileNotFoundException">ffmpeg is not installed.</exception>
    public async Task<BurnOutcome> BurnAsync(
        IByteSource source, ContainerFormat format, BurnOrder order, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(order);
        if (Demuxer.Of(format) is not { } demuxer)
        {
            return Failed("container", "The file is not in a container format that can be decoded.");
        }

        string? because = null;
        if (order.Shown is not null && format is not (ContainerFormat.IsoBmff or ContainerFormat.QuickTime))
        {
            because = "it is neither MP4 nor QuickTime";
        }
        else if (order.Shown is { } shown)
        {
            try
            {
                var (video, effort, ending) = await new OpeningBurner(source, options).BurnAsync(order, shown, cancellationToken);
                return new(video, video is null ? Stopped(ending, "") : null) { Effort = effort };
            }
            catch (UnsuitableException unsuitable)
            {
                because = unsuitable.Message;
            }
        }

        return await BurnWholeAsync(source, demuxer, order, because, cancellationToken);
    }

    private async Task<BurnOutcome> BurnWholeAsync(
        IByteSource source, string demuxer, BurnOrder order, string? because, CancellationToken cancellationToken)
    {
        using var blocks = new BlockCache(source, CacheBytes);
        await using var feed = await VideoFeed.StartAsync(blocks);
        blocks.Begin(LeastRead + (long)(source.Length * options.MaxReadShare));
        var arguments = new BurnArguments(demuxer, feed.Url, options);
        var (result, json) =
            await feed.Decoder("ffprobe", options.Probe).RunAsync(arguments.Probe(), cancellationToken: cancellationToken);
        if (ProbedMedia.Parse(json) is not { } media)
        {
            return Failure(result, blocks, feed);
        }

        if (media.Duration > options.MaxWhole)
        {
            return Failed(
                "tooLong", $"The video lasts {media.Duration}; at most {options.MaxWhole} are encoded."
                    + (because is null ? "" : $" All of it would be, because {because}."));
        }

        var burnt = await EncodeAsync(arguments.Burn(media, order), LabelPicture.Of(order.Text).Png, blocks, feed, cancellationToken);
        return burnt.Effort is { } effort
            ? burnt with { Effort = effort with { Time = media.Duration ?? effort.Time, WholeBecause = because } }
            : burnt;
    }

    private async Task<BurnOutcome> EncodeAsync(
        IEnumerable<string> arguments, ReadOnlyMemory<byte> picture, BlockCache blocks, VideoFeed feed, CancellationToken cancellation)
    {
        var media = new SpoolFile(options.TemporaryFolder);
        var kept = false;
        try
        {
            await using var program = await feed.Decoder("ffmpeg", options.Program).StartAsync(arguments, picture, cancellation);
            var (movie, malformed) = await ReadAsync(program.Output, media, cancellation);
            if (malformed is not null)
            {
                return blocks.Failure is null ? Failed("output", malformed) : throw SourceFailed(blocks.Failure);
            }

            var result = await program.WaitAsync();
            if (!result.Succeeded || blocks.Failure is not null || blocks.IsExhausted)
            {
                return Failure(result, blocks, feed);
            }

            if (movie is null || media.Length == 0)
            {
                return Failed("output", "The encoder produced no frame.");
            }

            kept = true;
            return new(new BurntVideo(movie, media), null) { Effort = new(BurnExtent.WholeVideo, default, program.CpuTime) };
        }
        finally
        {
            if (!kept)
            {
                media.Dispose();
            }
        }
    }

    /// <returns>
    /// The boxes before the media, or null if the output ended early, for which the encoder gives the cause, or is malformed, which stops
    /// the encoder.
    /// </returns>
    private static async Task<(byte[]? Head, string? Malformed)> ReadAsync(Stream output, SpoolFile media, CancellationToken cancellation)
    {
        try
        {
            var movie = await new FragmentReader(output, media).ReadAsync(cancellation);
            await EncoderNote.BlankAsync(media, cancellation);
            return (movie is null ? null : MovieHead.Build(movie, media.Length), null);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or OverflowException)
        {
            return (null, failure.Message);
        }
    }

    private static BurnOutcome Failure(ProgramResult result, BlockCache blocks, VideoFeed feed)
    {
        if (blocks.Failure is { } failure)
        {
            throw SourceFailed(failure);
        }

        var said = DecoderMessage.Of(result.Errors, feed.Url);
        return (result.Limit, blocks.IsExhausted) switch
        {
            ({ }, _) => new(null, Stopped(result, said)),
            (_, true) => Failed("limit", "The encoder tried to read more bytes than allowed."),
            _ => Failed("undecodable", $"The video could not be decoded and encoded completely: exit code {result.ExitCode}. {said}"),
        };
    }

    private static Problem Stopped(ProgramResult result, string said) =>
        new("burn.limit", $"The encoder was stopped at {result.Limit}. {said}".TrimEnd());

    private static IOException SourceFailed(IOException failure) => new("The source of the video failed.", failure);

    private static BurnOutcome Failed(string code, string message) => new(null, new Problem($"burn.{code}", message));
}
