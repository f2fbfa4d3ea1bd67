using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Audio;

/// <summary>Detects audio labels in the first and last seconds of a video.</summary>
public sealed class AudioLabelReader(AudioLabelOptions options)
{
    /// <summary>Sufficient for every tone used as a signal.</summary>
    private const int SampleRate = 8000;

    /// <summary>Maximum excess of the audio over the pictures.</summary>
    private static readonly TimeSpan Excess = TimeSpan.FromSeconds(1);

    /// <exception cref="IOException">The source failed.</exception>
    public async Task<AudioLabels> ReadAsync(FfmpegFrameSource source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var labels = new AudioLabels();
        foreach (var (from, duration) in Stretches(source.Duration))
        {
            if (await source.ReadSoundAsync(from, duration, SampleRate, cancellationToken) is not { } sound)
            {
                break;
            }

            labels = labels with
            {
                Labels = [.. labels.Labels, .. Find(sound, isCut: sound.Duration >= duration)],
                Heard = labels.Heard + sound.Duration
            };
        }

        return labels;
    }

    /// <summary>Finds every Morse AI in a segment of audio. A pure function.</summary>
    /// <param name="isCut">Whether the audio continues after the segment.</param>
    internal static IReadOnlyList<AudioLabel> Find(Sound sound, bool isCut = false)
    {
        var spectrogram = Spectrogram.Of(sound);
        var found = new List<TonedLabel>();
        var calls = Enumerable.Range(0, Spectrogram.Bins)
            .SelectMany(bin => KeyedTone.In(spectrogram, bin, startsCut: sound.From > TimeSpan.Zero, isCut));
        foreach (var call in calls.OrderByDescending(static call => call.Level))
        {
            if (!found.Exists(call.Overlaps))
            {
                found.Add(call);
            }
        }

        return [.. found.Select(call => call.Label with { From = call.Label.From + sound.From }).OrderBy(static label => label.From)];
    }

    /// <summary>Returns the start and, for longer audio, the end.</summary>
    private IEnumerable<(TimeSpan From, TimeSpan Duration)> Stretches(TimeSpan? length)
    {
        if (length > options.Start && length <= options.Start + options.End)
        {
            yield return (TimeSpan.Zero, length.Value + Excess);
            yield break;
        }

        yield return (TimeSpan.Zero, options.Start);
        if (length - options.End is { } end && end > options.Start)
        {
            yield return (end, options.End + Excess);
        }
    }
}
