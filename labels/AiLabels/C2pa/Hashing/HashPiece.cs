namespace AiLabels.C2pa.Hashing;

/// <summary>A hashed range of the file.</summary>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset after its last byte.</param>
/// <param name="Marker">Offset of the box that begins here, hashed before the range as 8 bytes, big-endian.</param>
/// <param name="EndsHash">True for the last piece of one hash.</param>
internal readonly record struct HashPiece(long Start, long End, long? Marker = null, bool EndsHash = false)
{
    /// <summary>Covers all bytes between two offsets, without the excluded ranges.</summary>
    /// <param name="start">First offset.</param>
    /// <param name="end">Offset after the last.</param>
    /// <param name="excluded">Ordered, not overlapping.</param>
    /// <param name="markers">Offsets to hash at their positions, ordered; they are hashed even inside an excluded range.</param>
    public static IReadOnlyList<HashPiece> Cover(long start, long end, IEnumerable<FileRange> excluded, IEnumerable<long> markers)
    {
        var pieces = new List<HashPiece>();
        using var gaps = excluded.SkipWhile(gap => gap.End <= start).GetEnumerator();
        var hasGap = gaps.MoveNext();
        var position = start;
        foreach (var marker in markers.Where(marker => marker >= start && marker < end).Append(end))
        {
            while (hasGap && gaps.Current.Start < marker)
            {
                Add(position, Math.Min(gaps.Current.Start, marker));
                position = Math.Max(position, gaps.Current.End);
                if (gaps.Current.End > marker)
                {
                    break;
                }

                hasGap = gaps.MoveNext();
            }

            Add(position, marker);
            position = Math.Max(position, marker);
            if (marker < end)
            {
                pieces.Add(new HashPiece(marker, marker, marker));
            }
        }

        pieces.Add(new HashPiece(end, end, EndsHash: true));
        return pieces;

        void Add(long from, long to)
        {
            if (from < to)
            {
                pieces.Add(new HashPiece(from, to));
            }
        }
    }
}

/// <param name="Start">Offset of the first byte.</param>
/// <param name="End">Offset after the last byte.</param>
internal readonly record struct FileRange(long Start, long End)
{
    /// <summary>Returns the part of this range that lies in another one, as offsets in that one.</summary>
    public FileRange Within(FileRange whole)
    {
        var start = Math.Clamp(Start, whole.Start, whole.End) - whole.Start;
        return new(start, Math.Clamp(End, whole.Start, whole.End) - whole.Start);
    }

    /// <summary>Merges ranges into ordered ranges that neither overlap nor touch.</summary>
    public static IReadOnlyList<FileRange> Union(IEnumerable<FileRange> ranges)
    {
        var union = new List<FileRange>();
        foreach (var range in ranges.Where(static range => range.Start < range.End).OrderBy(static range => range.Start))
        {
            if (union.Count > 0 && union[^1].End >= range.Start)
            {
                union[^1] = union[^1] with { End = Math.Max(union[^1].End, range.End) };
            }
            else
            {
                union.Add(range);
            }
        }

        return union;
    }
}
