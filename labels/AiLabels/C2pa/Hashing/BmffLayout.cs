using AiLabels.Containers;
using AiLabels.Containers.IsoBmff;
using AiLabels.Reading;

namespace AiLabels.C2pa.Hashing;

/// <summary>The boxes of a file that exclusions name.</summary>
internal sealed class BmffLayout
{
    private const int VersionAndFlagsLength = 4;

    private readonly ByteReader _bytes;
    private readonly int _maxBoxes;
    private int _boxes;

    private BmffLayout(ByteReader bytes, int maxBoxes) => (_bytes, _maxBoxes) = (bytes, maxBoxes);

    public long Length => _bytes.Length;

    /// <summary>Top-level boxes in file order.</summary>
    public IReadOnlyList<Box> TopLevel { get; private set; } = [];

    /// <exception cref="LimitReachedException">There are more boxes than allowed.</exception>
    public static async ValueTask<BmffLayout> ReadAsync(ByteReader bytes, int maxBoxes)
    {
        var layout = new BmffLayout(bytes, maxBoxes);
        layout.TopLevel = await layout.ReadBoxesAsync(0, bytes.Length);
        return layout;
    }

    /// <summary>Resolves exclusions to byte ranges, and returns the offsets of top-level boxes that are not excluded as a whole.</summary>
    /// <inheritdoc cref="ReadAsync(ByteReader, int)" path="/exception"/>
    public async ValueTask<(IReadOnlyList<FileRange> Excluded, IReadOnlyList<long> Kept)> ResolveAsync(
        IReadOnlyList<BmffExclusion> exclusions)
    {
        var ranges = new List<FileRange>();
        var leftOut = new HashSet<long>();
        foreach (var exclusion in exclusions)
        {
            foreach (var box in await FindAsync(exclusion.Path))
            {
                if (!await MatchesAsync(exclusion, box))
                {
                    continue;
                }

                ranges.AddRange(RangesOf(exclusion, box));
                if (exclusion.Subset.Count == 0)
                {
                    leftOut.Add(box.Offset);
                }
            }
        }

        return (FileRange.Union(ranges), [.. TopLevel.Select(box => box.Offset).Where(offset => !leftOut.Contains(offset))]);
    }

    /// <summary>Returns the payload range of the first box of a path; null if there is none.</summary>
    /// <inheritdoc cref="ReadAsync(ByteReader, int)" path="/exception"/>
    public async ValueTask<FileRange?> PayloadAsync(BmffPath path) =>
        await FindAsync(path) is [var box, ..] ? new FileRange(box.Payload, box.End) : null;

    /// <summary>Returns the children of a box.</summary>
    /// <param name="fields">Length of the fields before them.</param>
    /// <inheritdoc cref="ReadAsync(ByteReader, int)" path="/exception"/>
    public ValueTask<IReadOnlyList<Box>> ChildrenAsync(Box parent, int fields = 0) => ReadBoxesAsync(parent.Payload + fields, parent.End);

    public ValueTask<byte[]> ReadAsync(long offset, int count) => _bytes.ReadAsync(offset, count);

    public async ValueTask<ReadOnlyMemory<byte>> PeekAsync(long offset, int count) => await _bytes.PeekAsync(offset, count);

    private static IEnumerable<FileRange> RangesOf(BmffExclusion exclusion, Box box) => exclusion.Subset.Count == 0
        ? [new FileRange(box.Offset, box.End)]
        : exclusion.Subset.Where(part => part.Offset < box.Length).Select(part => new FileRange(
            box.Offset + part.Offset,
            part.Length == 0 || part.Length > box.Length - part.Offset ? box.End : box.Offset + part.Offset + part.Length));

    private async ValueTask<IReadOnlyList<Box>> FindAsync(BmffPath path)
    {
        var found = Select(TopLevel, path.Steps[0]);
        foreach (var step in path.Steps.Skip(1))
        {
            var children = new List<Box>();
            foreach (var parent in found)
            {
                // meta is the only FullBox on the paths.
                var start = parent.Payload + (parent.Type == BoxType.Meta ? VersionAndFlagsLength : 0);
                children.AddRange(Select(await ReadBoxesAsync(start, parent.End), step));
            }

            found = children;
        }

        return found;
    }

    private static List<Box> Select(IReadOnlyList<Box> boxes, BmffPath.Step step)
    {
        var ofType = boxes.Where(box => FourCc.ToText(box.Type) == step.Type);
        return [.. step.Index is { } index ? ofType.Skip(index - 1).Take(1) : ofType];
    }

    private async ValueTask<IReadOnlyList<Box>> ReadBoxesAsync(long position, long end)
    {
        var boxes = new List<Box>();
        while (position < end && (await Box.ReadAsync(_bytes, position, end, "")).Box is { } box)
        {
            if (++_boxes > _maxBoxes)
            {
                throw new LimitReachedException("boxes", $"The content hash requires visiting more than {_maxBoxes} boxes.");
            }

            boxes.Add(box);
            position = box.End;
        }

        return boxes;
    }

    private async ValueTask<bool> MatchesAsync(BmffExclusion exclusion, Box box)
    {
        if (exclusion.Length is { } length && length != box.Length)
        {
            return false;
        }

        if (exclusion is not { Version: null, Flags: null }
            && !MatchesVersion(exclusion, (await PeekAsync(box, box.HeaderLength, VersionAndFlagsLength)).Span))
        {
            return false;
        }

        foreach (var (offset, value) in exclusion.Data)
        {
            if (!(await PeekAsync(box, offset, value.Length)).Span.SequenceEqual(value.Span))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesVersion(BmffExclusion exclusion, ReadOnlySpan<byte> versionAndFlags)
    {
        if (versionAndFlags.Length < VersionAndFlagsLength || (exclusion.Version is { } version && version != versionAndFlags[0]))
        {
            return false;
        }

        var matches = true;
        for (var i = 0; exclusion.Flags is { } flags && i < flags.Length; i++)
        {
            var set = exclusion.FlagsExact ? versionAndFlags[1 + i] : versionAndFlags[1 + i] & flags.Span[i];
            matches &= set == flags.Span[i];
        }

        return matches;
    }

    /// <summary>Returns bytes of a box; empty if they would extend beyond the box.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> PeekAsync(Box box, long offset, int count) =>
        offset <= box.Length - count ? await _bytes.PeekAsync(box.Offset + offset, count) : default;
}
