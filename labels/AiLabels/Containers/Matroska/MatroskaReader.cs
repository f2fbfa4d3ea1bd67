using AiLabels.Containers.Video;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Matroska;

/// <summary>Reads Matroska and WebM, RFC 9559.</summary>
internal sealed class MatroskaReader(InspectionContext inspection) : IContainerReader
{
    private readonly Stack<Level> _levels = new();
    private readonly SegmentFacts _facts = new();
    private readonly SortedSet<long> _index = [];
    private long _segmentStart;
    private bool _hasCluster;

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new ElementTree(inspection));

    public async ValueTask ReadAsync()
    {
        await WalkAsync();
        if (!_facts.HasTracks)
        {
            inspection.Add(new Problem("container.noTracks", "The file has no Tracks element: it was cut or is damaged."));
        }
    }

    private async ValueTask WalkAsync()
    {
        _levels.Push(new Level("", inspection.Bytes.Length, false));
        var position = 0L;
        while (_levels.TryPeek(out var level))
        {
            if (position >= level.End)
            {
                await LeaveAsync();
                continue;
            }

            inspection.CountBox();
            var (element, problem) = await Element.ReadAsync(inspection.Bytes, position, level.End, level.Path);
            if (problem is not null)
            {
                inspection.Add(problem);
            }

            if (element is { } next && level.EndsBefore(next))
            {
                await LeaveAsync();
                continue;
            }

            position = element is null ? level.End : await VisitAsync(element.Value, level);
        }
    }

    /// <returns>The offset at which to continue.</returns>
    private async ValueTask<long> VisitAsync(Element element, Level level)
    {
        switch (element.Id)
        {
            case ElementId.Cluster:
                await ReadFirstBlocksAsync(element, level.Path);
                return await SkipClusterAsync(element, level);
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
                _index.Add(_segmentStart + (long)Element.BigEndian((await PeekAsync(element)).Span));
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

    /// <summary>
    /// Skips to the next position in SeekHead, or over one cluster: by its size, or by its children if the size is unknown.
    /// </summary>
    private async ValueTask<long> SkipClusterAsync(Element cluster, Level level)
    {
        while (_index.Count > 0 && _index.Min is var place && place < level.End)
        {
            // An index may be wrong: each position is tried once, and only if it holds an element.
            _index.Remove(place);
            if (place >= cluster.Payload
                && await Element.ReadAsync(inspection.Bytes, place, level.End, level.Path) is ({ } element, null)
                && ElementId.IsTopLevel(element.Id))
            {
                return place;
            }
        }

        return cluster.HasUnknownSize ? Enter(cluster, level) : cluster.End;
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
            Attachment = element.Id == ElementId.AttachedFile ? new Attachment() : null,
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

        if (level.Attachment?.Xmp is { } file && file.At(level.Path) is var source
            && await inspection.ReadValueAsync(file.Payload, file.PayloadLength, source) is { } packet)
        {
            inspection.Add(XmpReader.Read(packet, source, inspection.Options));
        }
    }

    private ValueTask<ReadOnlyMemory<byte>> PeekAsync(Element element) =>
        inspection.Bytes.PeekAsync(element.Payload, (int)Math.Min(element.PayloadLength, SegmentFacts.MaxValueLength));

    private readonly record struct Level(string Path, long End, bool HasUnknownSize)
    {
        public SimpleTag? Tag { get; init; }

        public Attachment? Attachment { get; init; }

        public bool EndsBefore(Element next) =>
            HasUnknownSize && ElementId.IsTopLevel(next.Id) && Path.EndsWith("Cluster", StringComparison.Ordinal);
    }
}
