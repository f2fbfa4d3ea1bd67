namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>
/// Maps the time of a track to the time of the movie, ISO/IEC 14496-12 clause 8.6.6, which keeps pictures and audio in sync.
/// </summary>
internal sealed record EditList(IReadOnlyList<EditList.Entry> Entries)
{
    private const int MaxEntries = 16;

    /// <param name="Duration">In units of the movie's time scale.</param>
    /// <param name="MediaTime">In units of the track's time scale; -1 for a gap.</param>
    internal readonly record struct Entry(uint Duration, int MediaTime, uint Rate);

    public long Duration => Entries.Sum(static entry => (long)entry.Duration);

    public static EditList Read(Box elst)
    {
        var reader = new FieldReader(elst.Payload.Span);
        if (reader.UInt32() >> 24 != 0)
        {
            throw new InvalidDataException("The encoder's edit list has an unexpected version.");
        }

        var count = Math.Min(reader.UInt32(), MaxEntries);
        var entries = new Entry[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = new(reader.UInt32(), reader.Int32(), reader.UInt32());
        }

        return new(entries);
    }

    /// <summary>Sets the last duration, which an encoder of fragments leaves open because it does not know the end.</summary>
    /// <param name="end">End of the composition, in units of the track.</param>
    public EditList Close(long end, uint trackScale, uint movieScale) => new(
    [
        .. Entries.Select(entry => entry.MediaTime < 0
            ? entry
            : entry with { Duration = checked((uint)((Int128)Math.Max(0, end - entry.MediaTime) * movieScale / Math.Max(1, trackScale))) }),
    ]);

    public byte[] Write() => Box.Write(
        BoxType.Elst,
        [SampleTables.UInt32s(
            [0, (uint)Entries.Count, .. Entries.SelectMany(static entry => (uint[])[entry.Duration, (uint)entry.MediaTime, entry.Rate])])]);
}
