using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>
/// Visits the boxes of a file, or of a compressed movie, in file order with an explicit stack; media data is stepped over.
/// </summary>
/// <param name="index">Receives what the file says about the places of its fragments; null in a compressed movie.</param>
internal sealed class BoxWalk(InspectionContext inspection, MovieFacts movie, FragmentIndex? index)
{
    private readonly Stack<Level> _levels = new();
    private readonly LabelBoxes _labels = new(inspection);
    private readonly MetadataList _lists = new(inspection, movie);
    private long _position;
    private bool _hasLeftMedia;

    /// <summary>The structure that the boxes were unpacked from; null for those of the file itself.</summary>
    public Box? Place { get; init; }

    private ByteReader Bytes => inspection.Bytes;

    public async ValueTask ReadAsync(string path = "")
    {
        _levels.Push(new Level(path, 0, Bytes.Length));
        while (_levels.TryPeek(out var level))
        {
            if (_position >= level.End)
            {
                _levels.Pop();
                continue;
            }

            var (box, problem) = await Box.ReadAsync(Bytes, _position, level.End, level.Path);
            if (problem is not null)
            {
                if (await Leftover.FindAsync(inspection, movie, box, _position, level.End, level.Type) is { } note)
                {
                    inspection.Add(note);
                    _position = level.End;
                    continue;
                }

                inspection.Add(problem);
                box = await _labels.NoteDamagedStoreAsync(_position) ? null : box;
            }

            _position = box is null ? level.End : await CountAndVisitAsync(box.Value, level);
        }
    }

    /// <summary>Counts the boxes that a limit left unread.</summary>
    public ValueTask<UnreadRest?> CountUnreadAsync() => UnreadRest.CountAsync(
        _position, _levels.Select(static level => level.End),
        async (position, end) => await Box.ReadAsync(Bytes, position, end, "") is ({ } box, null) ? box.End : null);

    /// <returns>The offset at which to continue.</returns>
    private async ValueTask<long> CountAndVisitAsync(Box box, Level level)
    {
        movie.HasMedia |= box.Type is BoxType.Moof or BoxType.Mdat;
        var isMedia = level.Type is BoxType.Moof or BoxType.Traf || (level.IsTop && BoxType.IsMedia(box.Type));
        if (!isMedia || _hasLeftMedia)
        {
            inspection.CountBox();
        }
        else if (!inspection.TryStepOverMedia())
        {
            return await LeaveMediaAsync(box);
        }

        if (level.IsTop)
        {
            index?.See(box);
            if (box is { Type: 0, PayloadLength: 0 })
            {
                return await SkipPaddingAsync(box.Offset);
            }
        }

        return await VisitAsync(box, level);
    }

    private async ValueTask<long> VisitAsync(Box box, Level level)
    {
        switch (box.Type)
        {
            case BoxType.Trak:
                inspection.CountTrack();
                return Enter(box, level);
            case BoxType.Moov or BoxType.Mdia or BoxType.Minf or BoxType.Stbl or BoxType.Udta or BoxType.Mvex
                or BoxType.Moof or BoxType.Traf:
                return Enter(box, level);
            case BoxType.Sidx when level.IsTop && index is not null:
                index.ReadSidx(box, await inspection.ReadValueAsync(box.Payload, box.PayloadLength, box.At(level.PathOf(box))));
                break;
            case BoxType.Mfra when level.IsTop && index is not null:
                await index.ReadMfraAsync(box);
                break;
            case BoxType.Cmov when Place is null:
                await ReadCompressedAsync(box, level.PathOf(box));
                break;
            case BoxType.Meta:
                await _lists.ReadAsync(box, level.PathOf(box));
                break;
            case var type when BoxType.IsUserText(type):
                movie.Encoder ??= await _labels.ReadUserTextAsync(box, level.PathOf(box));
                break;
            case var type when movie.Wants(type):
                await ReadFactsAsync(box, level.PathOf(box));
                break;
            default:
                await _labels.ReadAsync(box, level.PathOf(box));
                break;
        }

        return box.End;
    }

    /// <summary>These boxes are short, or only their beginning is needed.</summary>
    private async ValueTask ReadFactsAsync(Box box, string path)
    {
        var most = box.Type switch
        {
            BoxType.Stsd => MovieFacts.MaxEntryLength,
            BoxType.Tfhd or BoxType.Trun => MovieFacts.MaxFragmentLength,
            _ => MovieFacts.MaxBoxLength,
        };
        if (box.Type == BoxType.Stsd && box.PayloadLength > most)
        {
            inspection.Add(new Problem("limit.sampleEntry",
                $"The description of the samples is {box.PayloadLength} bytes long; {most} are read.", box.At(path)));
        }

        movie.Read(InFile(box), (await Bytes.PeekAsync(box.Payload, (int)Math.Min(box.PayloadLength, most))).Span);
    }

    private long Enter(Box box, Level level)
    {
        inspection.CheckDepth(_levels.Count);
        _levels.Push(new Level(level.PathOf(box), box.Type, box.End));
        movie.Enter(box);
        return box.Payload;
    }

    /// <summary>
    /// A compressed movie is a whole moov box inside cmov. It plays as a plain one does, so its labels count as those of a plain one.
    /// </summary>
    private async ValueTask ReadCompressedAsync(Box cmov, string path)
    {
        if (await CompressedMovie.InflateAsync(inspection, cmov, path) is { } inflated)
        {
            using var unpacked = new ByteReader(new BytesSource(inflated), inflated.Length, CancellationToken.None);
            await new BoxWalk(inspection.Unpacked(unpacked, cmov.At(path)), movie, index: null) { Place = cmov }.ReadAsync(path);
        }
    }

    /// <summary>
    /// Too much media was skipped: continues where the file's own index says that its fragments end. Until then no index is trusted.
    /// </summary>
    private async ValueTask<long> LeaveMediaAsync(Box box)
    {
        _hasLeftMedia = true;
        var end = index is null ? 0 : await index.EndAsync();
        var isWhole = end > box.Offset && end <= Bytes.Length;
        var next = isWhole ? end : Bytes.Length;
        inspection.AddUnreadMedia(box.Offset, next, isWhole);
        while (!_levels.Peek().IsTop)
        {
            _levels.Pop();
        }

        return next;
    }

    /// <summary>Zeros between or after boxes: each eight would be read as a box of no type.</summary>
    private async ValueTask<long> SkipPaddingAsync(long position)
    {
        var (next, problem) = await Leftover.SkipZerosAsync(Bytes, position);
        if (problem is not null)
        {
            inspection.Add(problem);
        }

        return next;
    }

    private Box InFile(Box box) => Place is { } place ? place with { Type = box.Type } : box;

    private readonly record struct Level(string Path, uint Type, long End)
    {
        public bool IsTop => Type == 0;

        public string PathOf(Box box) => Path.Length == 0 ? FourCc.ToText(box.Type) : $"{Path}/{FourCc.ToText(box.Type)}";
    }
}
