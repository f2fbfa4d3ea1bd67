using System.Buffers.Binary;
using AiLabels.Containers;
using AiLabels.Containers.IsoBmff;
using AiLabels.Reading;

namespace AiLabels.C2pa.Hashing;

/// <summary>
/// The bytes that players of a movie read, according to its index. A hash that matches proves nothing about a movie whose index points to
/// bytes that the hash leaves out: the exclusions of the specification leave out chunk offsets, and boxes that may hold any bytes.
/// </summary>
internal sealed class PlayedMedia(BmffLayout layout)
{
    /// <summary>Maximum length of one table; ten hours of 60 frames a second need 9 MB.</summary>
    public const int MaxTableLength = 32 << 20;

    private const int SelfContained = 1;

    private readonly List<FileRange> _ranges = [];

    private string? _outside;

    /// <returns>What is played from outside the given ranges; null if nothing is.</returns>
    /// <param name="hashed">Ordered, not overlapping, not touching.</param>
    /// <exception cref="LimitReachedException">An index is too long.</exception>
    public async ValueTask<string?> FindOutsideAsync(IReadOnlyList<FileRange> hashed)
    {
        var defaults = new Dictionary<uint, uint>();
        foreach (var box in layout.TopLevel)
        {
            if (box.Type is BoxType.Moov or BoxType.Moof)
            {
                // An index that may be replaced as a whole does not determine what is played.
                _ranges.Add(new FileRange(box.Offset, box.Payload));
                await (box.Type == BoxType.Moov ? ReadMovieAsync(box, defaults) : ReadFragmentAsync(box, defaults));
            }
        }

        return _outside ?? Outside(_ranges, hashed);
    }

    /// <summary>Describes the first of the played ranges that is not hashed; null if all are.</summary>
    public static string? Outside(IEnumerable<FileRange> played, IReadOnlyList<FileRange> hashed) => played
        .Where(range => !IsIn(hashed, range))
        .Select(static range => $"it plays {range.End - range.Start} bytes at byte {range.Start}").FirstOrDefault();

    private static bool IsIn(IReadOnlyList<FileRange> hashed, FileRange range)
    {
        var (low, high) = (0, hashed.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (hashed[middle].End < range.End)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return range.Start == range.End || (low < hashed.Count && hashed[low].Start <= range.Start && hashed[low].End >= range.End);
    }

    private async ValueTask ReadMovieAsync(Box moov, Dictionary<uint, uint> defaults)
    {
        foreach (var box in await layout.ChildrenAsync(moov))
        {
            switch (box.Type)
            {
                case BoxType.Trak:
                    await ReadTrackAsync(box);
                    break;
                case BoxType.Mvex:
                    await ReadDefaultsAsync(box, defaults);
                    break;
                case BoxType.Cmov:
                    _outside = "its index is compressed, so what it plays is unknown";
                    break;
            }
        }
    }

    private async ValueTask ReadTrackAsync(Box trak)
    {
        var tables = new Dictionary<uint, byte[]>();
        foreach (var media in Of(BoxType.Minf, await DescendAsync(trak, BoxType.Mdia)))
        {
            foreach (var box in await layout.ChildrenAsync(media))
            {
                if (box.Type == BoxType.Dinf)
                {
                    await ReadReferencesAsync(box);
                }
                else if (box.Type == BoxType.Stbl)
                {
                    foreach (var table in (await layout.ChildrenAsync(box)).Where(static t => IsTable(t.Type)))
                    {
                        tables[table.Type] = await ReadAsync(table);
                    }
                }
            }
        }

        _ranges.AddRange(ChunkTable.Chunks(tables));
    }

    /// <summary>dref, 8.7.2: an entry without the flag names another file.</summary>
    private async ValueTask ReadReferencesAsync(Box dinf)
    {
        const int FieldsLength = 8;
        foreach (var dref in Of(BoxType.Dref, await layout.ChildrenAsync(dinf)))
        {
            foreach (var entry in await layout.ChildrenAsync(dref, FieldsLength))
            {
                var flags = (await layout.PeekAsync(entry.Payload, (int)Math.Min(sizeof(uint), entry.PayloadLength))).Span;
                if (flags.Length == sizeof(uint) && (flags[^1] & SelfContained) == 0)
                {
                    _outside = $"a track references media in another file ({FourCc.ToText(entry.Type)} at byte {entry.Offset})";
                }
            }
        }
    }

    /// <summary>trex, 8.8.3: the size of samples that fragments do not give.</summary>
    private async ValueTask ReadDefaultsAsync(Box mvex, Dictionary<uint, uint> defaults)
    {
        foreach (var trex in Of(BoxType.Trex, await layout.ChildrenAsync(mvex)))
        {
            if (await ReadAsync(trex) is { Length: >= 20 } fields)
            {
                defaults[BinaryPrimitives.ReadUInt32BigEndian(fields.AsSpan(4))] = BinaryPrimitives.ReadUInt32BigEndian(fields.AsSpan(16));
            }
        }
    }

    private async ValueTask ReadFragmentAsync(Box moof, Dictionary<uint, uint> defaults)
    {
        var fragment = new FragmentRuns(moof.Offset, defaults);
        foreach (var traf in Of(BoxType.Traf, await layout.ChildrenAsync(moof)))
        {
            fragment.BeginTrack();
            foreach (var box in await layout.ChildrenAsync(traf))
            {
                if (box.Type is BoxType.Tfhd or BoxType.Trun && fragment.Read(box.Type, await ReadAsync(box)) is { } run)
                {
                    _ranges.Add(run);
                }
            }
        }
    }

    private static bool IsTable(uint type) =>
        type is BoxType.Stco or BoxType.Co64 or BoxType.Stsc or BoxType.Stsz or BoxType.Stz2;

    private static IEnumerable<Box> Of(uint type, IEnumerable<Box> boxes) => boxes.Where(box => box.Type == type);

    private async ValueTask<IReadOnlyList<Box>> DescendAsync(Box parent, uint type)
    {
        var found = new List<Box>();
        foreach (var box in Of(type, await layout.ChildrenAsync(parent)))
        {
            found.AddRange(await layout.ChildrenAsync(box));
        }

        return found;
    }

    private ValueTask<byte[]> ReadAsync(Box table) => table.PayloadLength <= MaxTableLength
        ? layout.ReadAsync(table.Payload, (int)table.PayloadLength)
        : throw new LimitReachedException("sampleTable", $"The index of the movie has a table of {table.PayloadLength} bytes.");
}
