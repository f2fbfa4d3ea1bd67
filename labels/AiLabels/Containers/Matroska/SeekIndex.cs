using AiLabels.Reports;

namespace AiLabels.Containers.Matroska;

/// <summary>The positions in SeekHead (RFC 9559 clause 5.1.1), compared with the elements that are there.</summary>
internal sealed class SeekIndex
{
    /// <summary>A genuine SeekHead names each child of the segment that is not a cluster.</summary>
    private const int MaxPlaces = 256;

    private readonly Dictionary<long, Source> _places = [];

    /// <summary>A position without an element; interrupted writers leave a zero.</summary>
    public Problem? Mismatch { get; private set; }

    public void Add(long segment, ulong position, Source entry)
    {
        if (position is > 0 and < long.MaxValue / 2 && _places.Count < MaxPlaces)
        {
            _places.TryAdd(segment + (long)position, entry);
        }
    }

    /// <summary>Notes a child of a segment.</summary>
    public void Meet(long offset) => _met.Add(offset);

    private readonly HashSet<long> _met = [];

    /// <summary>Returns the positions in the file at which the walk met no child of a segment.</summary>
    public IReadOnlyList<long> Unmet(long length)
    {
        var unmet = _places.Where(place => !_met.Contains(place.Key)).ToList();
        if (unmet is [var (offset, entry), ..])
        {
            Mismatch = new(Note.IndexMismatch, $"SeekHead points to byte {offset}, where no child of the segment begins.", entry);
        }

        return [.. unmet.Select(static place => place.Key).Where(place => place < length)];
    }
}
