namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>What the fragments say of one track.</summary>
internal sealed class TrackSamples
{
    /// <summary>Hours of sound and pictures; 16 bytes are kept of each.</summary>
    private const int MaxSamples = 4_000_000;

    public List<Sample> Samples { get; } = [];

    public List<Chunk> Chunks { get; } = [];

    /// <summary>Decoding time behind the last sample.</summary>
    public long End { get; private set; }

    /// <summary>When the composition of the last picture ends.</summary>
    public long CompositionEnd { get; private set; }

    /// <summary>A fragment says when it begins: the sample before it lasts until then.</summary>
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

    /// <exception cref="InvalidDataException">There are more samples than are taken.</exception>
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
