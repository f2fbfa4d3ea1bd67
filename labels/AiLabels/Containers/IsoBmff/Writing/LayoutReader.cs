using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Reads the layout of a movie in file order with an explicit stack; media data is skipped.</summary>
internal sealed class LayoutReader(Rewrite rewrite)
{
    private const uint SelfContained = 0x1;

    private readonly MovieLayout _layout = new();
    private readonly Stack<Level> _levels = new();
    private Box? _previous;

    public async ValueTask<MovieLayout> ReadAsync()
    {
        _levels.Push(new Level(null, rewrite.Bytes.Length));
        var position = 0L;
        while (_levels.TryPeek(out var level))
        {
            if (position >= level.End)
            {
                Leave(level);
                continue;
            }

            rewrite.CountBox();
            var (box, problem) = await Box.ReadAsync(rewrite.Bytes, position, level.End, "");
            if (problem is not null)
            {
                throw RefusalException.Damaged(problem.Message);
            }

            if (box is null && level.Box is { } parent)
            {
                parent.ChildrenEnd = position;
            }

            position = box is null ? level.End : await VisitAsync(box.Value, level);
        }

        return _layout;
    }

    /// <returns>The offset at which to continue.</returns>
    private async ValueTask<long> VisitAsync(Box box, Level level)
    {
        if (level.Box is not { } parent)
        {
            return await VisitTopAsync(box, level);
        }

        if (parent.Box.Type == BoxType.Ilst)
        {
            _layout.Entries.TryAdd(box.Offset, (box, parent));
            return box.End;
        }

        switch (box.Type)
        {
            case BoxType.Trak or BoxType.Mdia or BoxType.Minf or BoxType.Dinf or BoxType.Stbl or BoxType.Udta or BoxType.Traf:
                return Enter(box, level);
            case BoxType.Meta:
                return Enter(box, level) + await MetadataList.VersionLengthAsync(rewrite.Bytes, box);
            case BoxType.Ilst when level.Items is null && parent.Box.Type == BoxType.Meta:
                var items = Enter(box, level);
                level.Items = _levels.Peek().Box;
                return items;
            case BoxType.Aigc:
                _layout.Entries.TryAdd(box.Offset, (box, parent));
                break;
            case BoxType.Hdlr when parent.Box.Type == BoxType.Meta:
                level.HoldsMdta =
                    (await rewrite.Bytes.PeekAsync(box.Payload, (int)Math.Min(12, box.PayloadLength))) is { Length: 12 } head
                        && BoxBuilder.IsMdta(head.Span[8..]);
                break;
            case BoxType.Keys when parent.Box.Type == BoxType.Meta:
                level.Keys = box;
                break;
            case BoxType.Dref:
                CheckReferences(await LoadAsync(box));
                break;
            case BoxType.Cmov:
                throw new RefusalException(
                    Refusal.UnsupportedLayout, "The movie index is compressed. Re-mux the file first: ffmpeg -i IN -c copy OUT.mov");
            default:
                await ReadPositionsAsync(box, level, parent);
                break;
        }

        return box.End;
    }

    private async ValueTask<long> VisitTopAsync(Box box, Level level)
    {
        var previous = _previous;
        _previous = box;
        switch (box.Type)
        {
            case BoxType.Moov:
                _layout.MediaStart ??= box.Offset;
                return Enter(box, level);
            case BoxType.Mfra:
                return Enter(box, level);
            case BoxType.Moof:
                _layout.IsFragmented = true;
                var start = Enter(box, level);
                _levels.Peek().Base = box.Offset;
                return start;
            case BoxType.Meta:
                return Enter(box, level) + await MetadataList.VersionLengthAsync(rewrite.Bytes, box);
            case BoxType.Sidx:
                _layout.Positions.Add(new SegmentIndex(box, await LoadAsync(box)));
                break;
            case BoxType.Ftyp:
                _layout.FileType ??= box;
                break;
            case BoxType.Mdat:
                _layout.MediaStart ??= box.Offset;
                break;
            case BoxType.Uuid when await IsCredentialsAsync(box):
                _layout.Credentials.Add(box);
                break;
            case BoxType.Free or BoxType.Skip when previous is { Type: BoxType.Moov } && box.HeaderLength == 8:
                _layout.Padding ??= box;
                break;
        }

        return box.End;
    }

    private async ValueTask ReadPositionsAsync(Box box, Level level, OpenBox parent)
    {
        switch (box.Type)
        {
            case BoxType.Stco or BoxType.Co64 when parent.Box.Type == BoxType.Stbl:
                _layout.ChunkOffsets.Add(new ChunkOffsets(box, parent, await LoadAsync(box)));
                break;
            case BoxType.Saio when parent.Box.Type == BoxType.Stbl:
                _layout.Positions.Add(PositionTables.AuxiliaryInformation(box, await LoadAsync(box)));
                break;
            case BoxType.Iloc when parent.Box.Type == BoxType.Meta:
                _layout.Positions.Add(new ItemLocations(box, await LoadAsync(box)));
                break;
            case BoxType.Tfra:
                _layout.Positions.Add(PositionTables.FragmentRandomAccess(box, await LoadAsync(box)));
                break;
            case BoxType.Tfhd when PositionTables.TrackFragment(box, await LoadAsync(box)) is var (basis, table):
                level.Base = basis;
                _layout.Positions.Add(table);
                break;
            case BoxType.Trun when PositionTables.TrackRun(
                box, (await rewrite.Bytes.PeekAsync(box.Payload, (int)Math.Min(12, box.PayloadLength))).Span, level.Base) is { } run:
                _layout.Positions.Add(run);
                break;
        }
    }

    private long Enter(Box box, Level level)
    {
        var open = new OpenBox(box, level.Box);
        _layout.Boxes.Add(open);
        _levels.Push(new Level(open, box.End) { Base = level.Base });
        return box.Payload;
    }

    private void Leave(Level level)
    {
        _levels.Pop();
        if (level is { Box: { Path: "moov/udta/meta" or "moov/meta" } meta, HoldsMdta: true, Keys: { } keys, Items: { } items })
        {
            var list = new LabelList(new OpenBox(keys, meta), items);
            _layout.Lists.Add(list);
            _layout.Boxes.Add(list.Keys);
        }
    }

    private async ValueTask<bool> IsCredentialsAsync(Box box) =>
        await rewrite.Bytes.PeekAsync(box.Payload, (int)Math.Min(UuidBox.TypeLength, box.PayloadLength))
            is { Length: UuidBox.TypeLength } type
        && new Guid(type.Span, bigEndian: true) == UuidBox.C2pa;

    private ValueTask<byte[]> LoadAsync(Box box) => rewrite.LoadAsync(box.Payload, box.PayloadLength);

    /// <summary>dref, ISO/IEC 14496-12 clause 8.7.2: with media in another file, chunk offsets do not refer to this one.</summary>
    private static void CheckReferences(byte[] payload)
    {
        const int EntryHeader = 12;
        for (var rest = payload.AsSpan(Math.Min(8, payload.Length)); rest.Length >= EntryHeader;)
        {
            if ((rest[11] & SelfContained) == 0)
            {
                throw new RefusalException(Refusal.UnsupportedLayout,
                    "The movie references media in another file. Make it self-contained first: ffmpeg -i IN -c copy OUT");
            }

            rest = rest[(int)Math.Clamp(BinaryPrimitives.ReadUInt32BigEndian(rest), EntryHeader, rest.Length)..];
        }
    }

    private sealed class Level(OpenBox? box, long end)
    {
        public OpenBox? Box { get; } = box;

        public long End { get; } = end;

        /// <summary>Base of the offsets of track runs.</summary>
        public long Base { get; set; }

        public bool HoldsMdta { get; set; }

        public Box? Keys { get; set; }

        public OpenBox? Items { get; set; }
    }
}
