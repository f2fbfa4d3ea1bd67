namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>The samples of one track from the fragments.</summary>
internal sealed class TrackSamples
{
    /// <summary>Enough for hours of audio and pictures; each sample takes 16 bytes.</summary>
    private const int MaxSamples = 4_000_000;

    public List<Sample> Samples { get; } = [];

    public List<Chunk> Chunks { get; } = [];

    /// <summary>Decoding time after the last sample.</summary>
    public long End { get; private set; }

    /// <summary>End of the composition of the last picture.</summary>
    public long CompositionEnd { get; private set; }

    /// <summary>Starts a fragment at its time, up to which the previous sample lasts.</summary>
    /// <exception cref="InvalidDataException">It begins before the last sample does.</exception>
    public void BeginFragment(long time)
    {
        if (Samples is [.., var last] && time != End)
        {
            var duration = time - (End - last.Duration);
            Samples[^1] =
                last with
                {
                    Duration =
                    duration is >= 0 and <= uint.MaxValue ? (uint)duration : throw new InvalidDataException("Fragments overlap.")
                };
        }
        else if (Samples.Count == 0 && time != 0)
        {
            throw new InvalidDataException("The first fragment of a track does not begin at zero.");
        }

        End = time;
    }

    /// <exception cref="InvalidDataException">There are more samples than allowed.</exception>
    public void Add(Sample sample)
    {
        if (Samples.Count >= MaxSamples)
        {
            throw new InvalidDataException($"A track has more than {MaxSamples} samples.");
        }

        Samples.Add(sample);
        End += sample.Duration;
        CompositionEnd = Math.Max(CompositionEnd, End + sample.Offset);
    }
}
