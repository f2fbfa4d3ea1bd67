namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>Reads the runs of one fragment, ISO/IEC 14496-12 clauses 8.8.7 and 8.8.8.</summary>
/// <param name="mediaAt">Offset that converts a position in the encoder's output to one in the media.</param>
internal sealed class RunReader(Dictionary<uint, TrackSamples> tracks, long mediaAt)
{
    private const uint NonSync = 0x00010000;

    /// <param name="start">
    /// Position of the fragment in the output: with default-base-is-moof, which the encoder uses, runs are relative to it.
    /// </param>
    /// <param name="from">First byte of its media.</param>
    /// <param name="to">Offset after their last byte.</param>
    /// <exception cref="InvalidDataException">A run is malformed or outside the fragment's media.</exception>
    public void Read(Box moof, long start, long from, long to)
    {
        foreach (var traf in moof.Children.Where(static box => box.Type == BoxType.Traf))
        {
            var defaults = RunDefaults.Read(traf.Child(BoxType.Tfhd));
            if (!tracks.TryGetValue(defaults.Track, out var track))
            {
                tracks[defaults.Track] = track = new();
            }

            track.BeginFragment(Time(traf.Child(BoxType.Tfdt)));
            foreach (var trun in traf.Children.Where(static box => box.Type == BoxType.Trun))
            {
                var position = start + mediaAt + ReadRun(trun, defaults, track, out var bytes);
                if (position < from || position + bytes > to)
                {
                    throw new InvalidDataException("A track run lies outside its fragment.");
                }

                track.Chunks[^1] = track.Chunks[^1] with { Position = position };
            }
        }
    }

    private static long Time(Box tfdt)
    {
        var reader = new FieldReader(tfdt.Payload.Span);
        return reader.UInt32() >> 24 == 1 ? reader.Int64() : reader.UInt32();
    }

    /// <returns>Position of its first sample, relative to the fragment.</returns>
    private static int ReadRun(Box trun, RunDefaults defaults, TrackSamples track, out long bytes)
    {
        var reader = new FieldReader(trun.Payload.Span);
        var flags = reader.UInt32() & 0xFFFFFF;
        var count = reader.UInt32();
        var offset = Has(flags, 0x1) ? reader.Int32() : throw new InvalidDataException("A track run has no data offset.");
        var first = Has(flags, 0x4) ? reader.UInt32() : (uint?)null;
        bytes = 0;
        for (var i = 0u; i < count; i++)
        {
            var duration = Has(flags, 0x100) ? reader.UInt32() : defaults.Duration;
            var size = Has(flags, 0x200) ? reader.UInt32() : defaults.Size;
            var sampleFlags = Has(flags, 0x400) ? reader.UInt32() : i == 0 && first is { } own ? own : defaults.Flags;
            var composition = Has(flags, 0x800) ? reader.Int32() : 0;
            track.Add(new(size, duration, composition, (sampleFlags & NonSync) == 0));
            bytes += size;
        }

        track.Chunks.Add(new(0, checked((int)count)));
        return offset;
    }

    private static bool Has(uint flags, uint flag) => (flags & flag) != 0;
}
