using AiLabels.Pixels.Burning.H264;
using AiLabels.Pixels.Burning.Mp4;
using AiLabels.Pixels.Burning.Splicing;
using AiLabels.Pixels.Feed;
using AiLabels.Pixels.Programs;
using AiLabels.Reading;

namespace AiLabels.Pixels.Burning;

/// <summary>
/// Overlays a label on the first seconds of an H.264 video in MP4 or QuickTime: encodes its pictures up to the first independent one behind
/// the label, and keeps all others, the audio and every time.
/// </summary>
/// <remarks>
/// The opening has parameter sets of its own, with another number, beside those of the rest: ISO/IEC 14496-15 5.3.3.1 allows several.
/// The rest begins with an IDR picture, which refers to nothing before it, so that it decodes to the same pictures as in the upload.
/// </remarks>
internal sealed class OpeningBurner(IByteSource source, BurnOptions options)
{
    private const long CacheBytes = 32L << 20;
    private const int MaxSample = 64 << 20;
    private const long MaxOpening = 256L << 20;
    private const uint Numbers = 32;
    private const double WidestPixel = 4;
    private static readonly TimeSpan Further = TimeSpan.FromSeconds(12);

    private readonly WindowedSource _source = new(source);

    /// <returns>The video and the effort, or the ending of an encoder that was stopped at a limit.</returns>
    /// <exception cref="UnsuitableException">The whole video must be encoded.</exception>
    public async Task<(BurntVideo? Video, BurnEffort? Effort, ProgramResult Result)> BurnAsync(
        BurnOrder order, TimeSpan shown, CancellationToken cancellation)
    {
        try
        {
            var movie = await MovieFile.ReadAsync(_source, cancellation);
            var entry = VideoEntry.Read(movie.Video.Entry);
            var times = SampleTimes.Read(movie.Video.Tables, movie.Video.Sizes.Count);
            var (seam, opening) = await CutAsync(movie.Video, times, entry.Record, shown, cancellation);
            var pictures = Describe(movie.Video, entry, seam);
            return await EncodeAsync(new(movie, entry, times, seam, pictures), opening, order, cancellation);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or OverflowException)
        {
            throw new UnsuitableException($"its index or its video is damaged: {malformed.Message}");
        }
    }

    /// <summary>Finds the end of the opening and reads the pictures before it, as a byte stream.</summary>
    private async Task<(Seam Seam, MemoryStream Opening)> CutAsync(
        MovieTrack track, SampleTimes times, AvcConfiguration record, TimeSpan shown, CancellationToken cancellation)
    {
        var samples = new SampleReader(_source, track, MaxSample);
        foreach (var seam in Seam.Candidates(track, times, shown, Further))
        {
            var kept = new AccessUnit(await samples.ReadAsync(seam.Sample, cancellation));
            if (kept.IsIdr && record.Pictures.Any(set => AvcConfiguration.Numbers(set).Id == kept.PictureParameters))
            {
                return (seam, await ReadAsync(samples, seam, record, cancellation));
            }
        }

        throw new UnsuitableException(
            $"no picture within {(shown + Further).TotalSeconds:0} seconds is independent of those before it (IDR)");
    }

    private static async Task<MemoryStream> ReadAsync(
        SampleReader samples, Seam seam, AvcConfiguration record, CancellationToken cancellation)
    {
        var stream = new MemoryStream();
        foreach (var set in record.Sequences.Concat(record.Pictures))
        {
            AccessUnit.Write(stream, set);
        }

        for (var sample = 0; sample < seam.Sample; sample++)
        {
            var unit = new AccessUnit(await samples.ReadAsync(sample, cancellation));
            if (unit.Unusual(record) is { } unusual)
            {
                throw new UnsuitableException(unusual);
            }

            if (sample == 0 && !unit.IsIdr)
            {
                throw new UnsuitableException("its first picture is not independent (IDR)");
            }

            unit.WriteTo(stream);
            if (stream.Length > MaxOpening)
            {
                throw new UnsuitableException("its opening is too large");
            }
        }

        return stream;
    }

    private static OpeningPictures Describe(MovieTrack track, VideoEntry entry, Seam seam)
    {
        if (entry.Record is not { LengthSize: AccessUnit.LengthSize, Sequences: [var set] })
        {
            throw new UnsuitableException("its video has several or no parameter sets");
        }

        var parameters = SequenceParameters.Read(set);
        var aspect = entry.PixelAspect ?? parameters.Aspect;
        var pixel = aspect.Width == 0 ? 1 : (double)aspect.Width / aspect.Height;
        var reason = parameters switch
        {
            { IsProgressive: false } => "its video may be interlaced",
            { Colours.IsHighRange: true } => "its video has high dynamic range",
            _ when !OpeningArguments.HasProfile(parameters.Profile) || parameters.Profile != entry.Record.Profile =>
                $"the encoder has no profile {parameters.Profile}",
            _ when pixel is < 1 / WidestPixel or > WidestPixel => "its pixels have an extreme shape",
            _ => null,
        };
        return reason is null
            ? new(
                parameters, seam.Labelled, seam.Sample / Math.Max(0.001, seam.Length.TotalSeconds), pixel,
                TrackMatrix.QuarterTurns(track.Header, parameters.Width * pixel, parameters.Width, parameters.Height),
                FreeNumber(entry.Record, parameters))
            : throw new UnsuitableException(reason);
    }

    private static uint FreeNumber(AvcConfiguration record, SequenceParameters parameters)
    {
        var used = record.Pictures.Select(static set => AvcConfiguration.Numbers(set).Id).Append(parameters.Id).ToHashSet();
        for (var number = Numbers - 1; number > 0; number--)
        {
            if (!used.Contains(number))
            {
                return number;
            }
        }

        throw new UnsuitableException("its video uses every number of parameter sets");
    }

    private async Task<(BurntVideo? Video, BurnEffort? Effort, ProgramResult Result)> EncodeAsync(
        Cut cut, MemoryStream opening, BurnOrder order, CancellationToken cancellation)
    {
        using var blocks = new BlockCache(new BytesSource(opening.GetBuffer().AsMemory(0, (int)opening.Length)), CacheBytes);
        await using var feed = await VideoFeed.StartAsync(blocks);
        blocks.Begin(3 * (opening.Length + BlockCache.BlockSize));
        var encoded = new SpoolFile(options.TemporaryFolder);
        var kept = false;
        try
        {
            var arguments = new OpeningArguments(feed.Url, options).Burn(cut.Pictures, order);
            await using var program =
                await feed.Decoder("ffmpeg", options.Program).StartAsync(arguments, LabelPicture.Of(order.Text).Png, cancellation);
            var fragments = await ReceiveAsync(program, encoded, cancellation);
            var result = await program.WaitAsync();
            if (result.Limit is not null)
            {
                return (null, null, result);
            }

            if (!result.Succeeded || fragments is null)
            {
                throw new UnsuitableException("its opening could not be decoded by itself");
            }

            var before = cut.Pictures.Parameters;
            var video = Join(cut, Opening.Of(fragments, before, cut.Seam.Sample, cut.Pictures.Id, encoded.Length), encoded);
            kept = true;
            return (video, new(BurnExtent.Opening, cut.Seam.Length, program.CpuTime), result);
        }
        finally
        {
            if (!kept)
            {
                encoded.Dispose();
            }
        }
    }

    private static async Task<FragmentedMovie?> ReceiveAsync(RunningProgram program, SpoolFile encoded, CancellationToken cancellation)
    {
        try
        {
            var fragments = await new FragmentReader(program.Output, encoded).ReadAsync(cancellation);
            await EncoderNote.BlankAsync(encoded, cancellation);
            return fragments;
        }
        catch (IOException failure)
        {
            throw new UnsuitableException($"its opening could not be stored: {failure.Message}");
        }
    }

    private BurntVideo Join(Cut cut, Opening opening, SpoolFile encoded)
    {
        var media = new MediaLayout(cut.Movie, _source, encoded, [.. opening.Samples.Select(static sample => sample.Size)]);
        return new(new SplicedMovie(cut.Movie, cut.Entry, cut.Times, opening, media).Write(), encoded, media.Pieces);
    }

    private sealed record Cut(MovieFile Movie, VideoEntry Entry, SampleTimes Times, Seam Seam, OpeningPictures Pictures);
}
