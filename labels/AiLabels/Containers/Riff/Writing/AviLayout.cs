using AiLabels.Writing;

namespace AiLabels.Containers.Riff.Writing;

/// <summary>The parts of an AVI file that writing a label changes.</summary>
internal sealed class AviLayout
{
    private const int MaxDepth = 32;

    private AviLayout()
    {
    }

    /// <summary>Lists whose children were read, in file order.</summary>
    public List<OpenList> Lists { get; } = [];

    /// <summary>Entries of INFO lists, by offset.</summary>
    public Dictionary<long, (Chunk Chunk, OpenList List)> Entries { get; } = [];

    /// <summary>The movi list of each RIFF chunk; idx1 indexes the first.</summary>
    public List<Chunk> Media { get; } = [];

    public Chunk? OldIndex { get; private set; }

    /// <summary>indx chunks: the index of a track, or an index of its indexes.</summary>
    public List<Chunk> Indexes { get; } = [];

    /// <summary>Free space at the level of the first movi list.</summary>
    public List<Chunk> Padding { get; } = [];

    public OpenList? Info => Lists.Find(static l => l.Path == "AVI/INFO");

    /// <exception cref="RefusalException">There is no header list.</exception>
    public OpenList Header => Lists.Find(static l => l.Path == "AVI/hdrl") ?? throw RefusalException.Damaged("The file has no hdrl list.");

    public static async ValueTask<AviLayout> ReadAsync(LabelRewrite rewrite)
    {
        var layout = new AviLayout();
        var open = new Stack<(OpenList? List, long End)>([(null, rewrite.Bytes.Length)]);
        for (var position = 0L; open.TryPeek(out var level);)
        {
            if (position >= level.End)
            {
                open.Pop();
                position = level.List is { } left ? Math.Max(position, left.ChildrenEnd) : position;
                continue;
            }

            rewrite.CountBox();
            var (chunk, problem) = await Chunk.ReadAsync(rewrite.Bytes, position, level.End, "");
            if (problem is not null || open.Count > MaxDepth)
            {
                throw RefusalException.Damaged(problem?.Message ?? $"Lists are nested more than {MaxDepth} deep.");
            }

            if (chunk is not { } next)
            {
                position = level.End;
            }
            else if (next is { IsList: true, Id: not ChunkId.Movi })
            {
                var list = new OpenList(next, level.List, level.End);
                layout.Lists.Add(list);
                open.Push((list, next.Offset + next.Length));
                position = next.Payload;
            }
            else
            {
                layout.Note(next, level.List);
                position = next.End;
            }
        }

        return layout;
    }

    private void Note(Chunk chunk, OpenList? parent)
    {
        switch (chunk.Id)
        {
            case var _ when parent?.Chunk.Id == ChunkId.Info:
                Entries.TryAdd(chunk.Offset, (chunk, parent));
                break;
            case ChunkId.Movi when chunk.IsList:
                Media.Add(chunk);
                break;
            case ChunkId.Idx1:
                OldIndex ??= chunk;
                break;
            case ChunkId.Indx:
                Indexes.Add(chunk);
                break;
            case ChunkId.Junk when Media.Count == 0 && parent?.Path == "AVI":
                Padding.Add(chunk);
                break;
        }
    }
}
