using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Matroska;

/// <summary>Reads Matroska and WebM, RFC 9559.</summary>
internal sealed class MatroskaReader(InspectionContext inspection) : IContainerReader
{
    private readonly Stack<Level> _levels = new();
    private readonly SegmentFacts _facts = new();
    private readonly SeekIndex _index = new();
    private long _position;
    private long _segmentStart;
    private bool _hasCluster;

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new ElementTree(inspection));

    public async ValueTask ReadAsync()
    {
        await WalkAsync(new Level("", inspection.Bytes.Length, false), 0);
        if (!_facts.HasTracks)
        {
            inspection.Add(new Problem("container.noTracks", "The file has no Tracks element: it is truncated or damaged."));
        }

        await ReadHiddenAsync();
        if (_index.Mismatch is { } mismatch)
        {
            inspection.Add(mismatch);
        }
    }

    private async ValueTask WalkAsync(Level root, long start)
    {
        _levels.Push(root);
        _position = start;
        while (_levels.TryPeek(out var level))
        {
            if (_position >= level.End)
            {
                await LeaveAsync();
                continue;
            }

            var (element, problem) = await Element.ReadAsync(inspection.Bytes, _position, level.End, level.Path);
            if (element is { } next && level.EndsBefore(next))
            {
                await LeaveAsync();
                continue;
            }

            if (!Count(element, level, _position))
            {
                _position = inspection.Bytes.Length;
                continue;
            }

            if (problem is not null)
            {
                var (place, found) = await RecoverAsync(level, _position, element is null, problem);
                inspection.Add(found);
                if (place is { } recovered)
                {
                    _position = recovered;
                    continue;
                }
            }

            _position = element is null ? level.End : await VisitAsync(element.Value, level);
        }
    }

    public ValueTask<UnreadRest?> CountUnreadAsync() => UnreadRest.CountAsync(
        _position, _levels.Select(static level => level.End),
        async (position, end) => await Element.ReadAsync(inspection.Bytes, position, end, "") is ({ HasUnknownSize: false } element, null)
            ? element.End
            : null);

    /// <returns>False if too much media was stepped over.</returns>
    private bool Count(Element? element, Level level, long position)
    {
        if (element?.Id != ElementId.Cluster && !level.IsCluster)
        {
            inspection.CountBox();
            return true;
        }

        if (inspection.TryStepOverMedia())
        {
            return true;
        }

        inspection.AddUnreadMedia(position, inspection.Bytes.Length, isWhole: !_levels.Any(static open => open.HasUnknownSize));
        return false;
    }

    /// <summary>
    /// Damage between the children of a segment is skipped, as players do; what follows the last segment is not an element.
    /// </summary>
    /// <returns>Where to continue, null for after the element; and the problem to report.</returns>
    private async ValueTask<(long? Position, Problem Problem)> RecoverAsync(Level level, long position, bool isNoElement, Problem problem)
    {
        if (level.Path.Length == 0 && _facts.HasTracks)
        {
            return await Trailer.FindAsync(inspection.Bytes, position) is { } note ? (level.End, note) : (null, problem);
        }

        return isNoElement && (level.IsSegment || level.IsCluster)
            && await Resynchronization.FindAsync(inspection.Bytes, position, level.End, level.Path) is { } next
            ? (next, await Trailer.BetweenAsync(inspection.Bytes, position, next, level.Path))
            : (null, problem);
    }

    /// <summary>
    /// Reads elements to which SeekHead points and which the walk has not met: an index may add places, never remove them.
    /// </summary>
    private async ValueTask ReadHiddenAsync()
    {
        foreach (var place in _index.Unmet(inspection.Bytes.Length))
        {
            inspection.CountBox();
            var end = inspection.Bytes.Length;
            if (await Element.ReadAsync(inspection.Bytes, place, end, "Segment") is ({ HasUnknownSize: false } element, null)
                && element.Id is ElementId.Tags or ElementId.Attachments)
            {
                await WalkAsync(new Level("Segment", element.End, false), place);
            }
        }
    }

    /// <returns>The offset at which to continue.</returns>
    private async ValueTask<long> VisitAsync(Element element, Level level)
    {
        if (level.IsSegment)
        {
            _index.Meet(element.Offset);
        }

        switch (element.Id)
        {
            case ElementId.Cluster:
                await ReadFirstBlocksAsync(element, level.Path);
                return element.HasUnknownSize ? Enter(element, level) : element.End;
            case ElementId.Segment:
                _segmentStart = element.Payload;
                return Enter(element, level);
            case ElementId.TrackEntry:
                inspection.CountTrack();
                return EnterKnown(element, level);
            case ElementId.Ebml or ElementId.SeekHead or ElementId.Seek or ElementId.Info or ElementId.Tracks or ElementId.Video
                or ElementId.Tags or ElementId.Tag or ElementId.SimpleTag or ElementId.Attachments or ElementId.AttachedFile:
                return EnterKnown(element, level);
            case ElementId.SeekPosition:
                _index.Add(_segmentStart, Element.BigEndian((await PeekAsync(element)).Span), element.At(level.Path));
                return element.End;
            case ElementId.TagName or ElementId.TagString or ElementId.TagBinary when level.Tag is { } tag:
                await tag.ReadAsync(element, inspection, level.Path);
                return element.End;
            case ElementId.FileName or ElementId.FileMediaType or ElementId.FileData when level.Attachment is { } attachment:
                attachment.Read(element, (await PeekAsync(element)).Span);
                return element.End;
            default:
                if (SegmentFacts.IsInteresting(element.Id))
                {
                    _facts.Read(element, (await PeekAsync(element)).Span);
                    if (element is { Id: ElementId.CodecPrivate, PayloadLength: > SegmentFacts.MaxValueLength })
                    {
                        inspection.Add(new Problem("limit.sampleEntry",
                            $"The codec's configuration is {element.PayloadLength} bytes long; {SegmentFacts.MaxValueLength} are read.",
                            element.At(level.Path)));
                    }
                }

                return element.End;
        }
    }

    private async ValueTask ReadFirstBlocksAsync(Element cluster, string path)
    {
        if (!_hasCluster && _facts.NalTrack is { Format: { } format } track)
        {
            inspection.Add(SeiReader.ReadTrack(format, track.Configuration));
            await new BlockReader(inspection, track.Number, format).ReadAsync(cluster, path);
        }

        _hasCluster = true;
    }

    private long EnterKnown(Element element, Level level)
    {
        _facts.Enter(element.Id);
        return Enter(element, level);
    }

    private long Enter(Element element, Level level)
    {
        inspection.CheckDepth(_levels.Count);
        var path = level.Path.Length == 0 ? ElementId.ToText(element.Id) : $"{level.Path}/{ElementId.ToText(element.Id)}";
        _levels.Push(new Level(path, element.End, element.HasUnknownSize)
        {
            Tag = element.Id == ElementId.SimpleTag ? new SimpleTag(element) : null,
            Attachment = element.Id == ElementId.AttachedFile ? new Attachment(element) : null,
        });
        return element.Payload;
    }

    private async ValueTask LeaveAsync()
    {
        var level = _levels.Pop();
        if (level.Tag?.ToMetadataTag(level.Path) is { } entry)
        {
            _facts.Encoder ??= entry.Encoder;
            inspection.Add(entry.Read(inspection.Options));
        }

        if (level.Attachment is { } file)
        {
            await file.ReadContentAsync(inspection, level.Path);
        }
    }

    private ValueTask<ReadOnlyMemory<byte>> PeekAsync(Element element) =>
        inspection.Bytes.PeekAsync(element.Payload, (int)Math.Min(element.PayloadLength, SegmentFacts.MaxValueLength));

    private readonly record struct Level(string Path, long End, bool HasUnknownSize)
    {
        public SimpleTag? Tag { get; init; }

        public Attachment? Attachment { get; init; }

        public bool IsSegment => Path.EndsWith("Segment", StringComparison.Ordinal);

        public bool IsCluster => Path.EndsWith("Cluster", StringComparison.Ordinal);

        public bool EndsBefore(Element next) => HasUnknownSize && ElementId.IsTopLevel(next.Id) && IsCluster;
    }
}
