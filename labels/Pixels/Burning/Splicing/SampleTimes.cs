using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Times of the samples of a track in decoding order, in its units: stts, ctts and stss, ISO/IEC 14496-12 clause 8.6.</summary>
internal sealed class SampleTimes
{
    private SampleTimes(long[] decoding, int[] offsets, int[]? syncs) => (Decoding, Offsets, Syncs) = (decoding, offsets, syncs);

    /// <summary>When each sample is decoded, and the end of the last one.</summary>
    public long[] Decoding { get; }

    /// <summary>From decoding to composition.</summary>
    public int[] Offsets { get; }

    /// <summary>Samples at which decoding can begin; null if it can at each.</summary>
    public int[]? Syncs { get; }

    public int Count => Offsets.Length;

    public long Composition(int sample) => Decoding[sample] + Offsets[sample];

    /// <exception cref="UnsuitableException">The tables have other samples than the track.</exception>
    public static SampleTimes Read(Box stbl, int samples)
    {
        var decoding = new long[samples + 1];
        var at = 0;
        foreach (var (count, duration) in Runs(stbl.Child(BoxType.Stts)))
        {
            for (var i = 0u; i < count && at < samples; i++, at++)
            {
                decoding[at + 1] = decoding[at] + duration;
            }
        }

        var offsets = new int[samples];
        var offset = stbl.FindChild(BoxType.Ctts) is { } ctts ? Offset(offsets, ctts) : samples;
        return at == samples && offset == samples
            ? new(decoding, offsets, stbl.FindChild(BoxType.Stss) is { } stss ? Sync(stss, samples) : null)
            : throw new UnsuitableException("its index contradicts itself");
    }

    private static int Offset(int[] offsets, Box ctts)
    {
        var at = 0;
        foreach (var (count, value) in Runs(ctts))
        {
            for (var i = 0u; i < count && at < offsets.Length; i++, at++)
            {
                // Of version 0 too: many writers give negative offsets there.
                offsets[at] = (int)value;
            }
        }

        return at;
    }

    private static List<(uint Count, uint Value)> Runs(Box box)
    {
        var reader = new FieldReader(box.Payload.Span);
        reader.UInt32();
        var count = reader.UInt32();
        List<(uint, uint)> runs = [];
        for (var i = 0u; i < count; i++)
        {
            runs.Add((reader.UInt32(), reader.UInt32()));
        }

        return runs;
    }

    private static int[] Sync(Box stss, int samples)
    {
        var reader = new FieldReader(stss.Payload.Span);
        reader.UInt32();
        var count = reader.UInt32();
        List<int> syncs = [];
        for (var i = 0u; i < count; i++)
        {
            var sample = reader.UInt32();
            if (sample < 1 || sample > samples || (syncs is [.., var last] && sample - 1 <= last))
            {
                throw new UnsuitableException("its index contradicts itself");
            }

            syncs.Add((int)sample - 1);
        }

        return [.. syncs];
    }
}
