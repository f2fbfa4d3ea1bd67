using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Riff;

/// <summary>Reads AVI, with the OpenDML extensions for large files.</summary>
internal sealed class RiffReader(InspectionContext inspection) : IContainerReader
{
    private readonly Stack<Level> _levels = new();
    private readonly AviFacts _facts = new();
    private long _position;
    private bool _hasMovie;

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new ChunkTree(inspection));

    public async ValueTask ReadAsync()
    {
        _levels.Push(new Level("", 0, inspection.Bytes.Length));
        while (_levels.TryPeek(out var level))
        {
            if (_position >= level.End)
            {
                _levels.Pop();
                continue;
            }

            inspection.CountBox();
            var (chunk, problem) = await Chunk.ReadAsync(inspection.Bytes, _position, level.End, level.Path);
            if (problem is not null)
            {
                var isTrailer = _levels.Count == 1 && _position > 0 && chunk?.IsList != true;
                inspection.Add((isTrailer ? await Trailer.FindAsync(inspection.Bytes, _position) : null) ?? problem);
                chunk = isTrailer ? null : chunk;
            }

            _position = chunk is null ? level.End : await VisitAsync(chunk.Value, level);
        }
    }

    public ValueTask<UnreadRest?> CountUnreadAsync() => UnreadRest.CountAsync(
        _position, _levels.Select(static level => level.End),
        async (position, end) => await Chunk.ReadAsync(inspection.Bytes, position, end, "") is ({ } chunk, null) ? chunk.End : null);

    /// <returns>The offset at which to continue.</returns>
    private async ValueTask<long> VisitAsync(Chunk chunk, Level level)
    {
        var path = level.PathOf(chunk.Id);
        if (chunk is { IsList: true, Id: not ChunkId.Movi })
        {
            inspection.CheckDepth(_levels.Count);
            _levels.Push(new Level(path, chunk.Id, chunk.Offset + chunk.Length));
            return chunk.Payload;
        }

        if (chunk is { IsList: true, Id: ChunkId.Movi } && !_hasMovie && _facts.Format is { } format)
        {
            _hasMovie = true;
            await new MovieReader(inspection, format).ReadAsync(chunk, path);
        }
        else if (chunk.Id == ChunkId.Xmp)
        {
            if (await inspection.ReadValueAsync(chunk.Payload, chunk.PayloadLength, chunk.At(path)) is { } packet)
            {
                inspection.CountPacket();
                inspection.Add(XmpReader.Read(packet, chunk.At(path), inspection.Options));
            }
        }
        else if (chunk.Id == ChunkId.C2pa)
        {
            var store = chunk.At(path) with { Offset = chunk.Payload, Length = chunk.PayloadLength };
            var jumbf = await inspection.ReadManifestStoreAsync(chunk.Payload, chunk.PayloadLength, store);
            inspection.Add(jumbf is null ? ManifestStoreData.Unreadable(store) : new ManifestStoreData(jumbf, store)
            {
                Outer = chunk.At(path) with { Length = chunk.End - chunk.Offset },
            });
        }
        else if (level.List == ChunkId.Info)
        {
            await ReadInfoAsync(chunk, path);
        }
        else if (chunk.Id == ChunkId.Aigc)
        {
            await ReadMisplacedAsync(chunk, path);
        }
        else if (AviFacts.IsInteresting(chunk.Id))
        {
            if (chunk.Id == ChunkId.Strf)
            {
                inspection.CountTrack();
            }

            _facts.Read(chunk.Id,
                (await inspection.Bytes.PeekAsync(chunk.Payload, (int)Math.Min(chunk.PayloadLength, AviFacts.MaxChunkLength))).Span);
        }

        return chunk.End;
    }

    /// <summary>A label beside the list INFO instead of in it.</summary>
    private async ValueTask ReadMisplacedAsync(Chunk chunk, string path)
    {
        if (await inspection.ReadValueAsync(chunk.Payload, chunk.PayloadLength, chunk.At(path)) is { } value)
        {
            inspection.Add(AigcLabel.Read(value, chunk.At(path), inspection.Options).AsSuspected(new(
                "aigc.misplaced", $"The AIGC chunk at byte {chunk.Offset} is not in the list INFO, as TC260-PG-20257A asks.",
                chunk.At(path))));
        }
    }

    private async ValueTask ReadInfoAsync(Chunk chunk, string path)
    {
        if (await inspection.ReadValueAsync(chunk.Payload, chunk.PayloadLength, chunk.At(path)) is { } value)
        {
            var tag = new MetadataTag(FourCc.ToText(chunk.Id), value, chunk.At(path));
            _facts.Encoder ??= tag.Encoder;
            inspection.Add(tag.Read(inspection.Options));
        }
    }

    /// <param name="List">Type of the list, such as INFO.</param>
    private readonly record struct Level(string Path, uint List, long End)
    {
        public string PathOf(uint id) => Path.Length == 0 ? FourCc.ToText(id).TrimEnd() : $"{Path}/{FourCc.ToText(id)}";
    }
}
