using AiLabels.Reading;

namespace AiLabels.Containers.Riff;

/// <summary>The chunks of a file; media data is one list whose children are not listed.</summary>
internal sealed class ChunkTree(InspectionContext inspection) : ITreeFormat
{
    public async ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent)
    {
        var (chunk, problem) = await Chunk.ReadAsync(inspection.Bytes, offset, parent.End, parent.Type);
        if (problem is not null)
        {
            inspection.Add(problem);
        }

        if (chunk is not { } found)
        {
            return null;
        }

        var item = new TreeItem(
            FourCc.ToText(found.Id).TrimEnd(), found.Offset, found.Length)
        { Padding = (int)(found.End - found.Offset - found.Length) };
        return found switch
        {
            { Id: ChunkId.Movi } => item with { Note = "media" },
            { IsList: true } => item with { Children = found.Payload, Note = "list" },
            { Id: ChunkId.C2pa } => item with { Children = found.Payload, Note = "C2PA manifest store", IsManifestStore = true },
            { Id: ChunkId.Xmp } => item with { Note = "XMP packet" },
            { Id: ChunkId.Strh } => item with { Note = await PreviewAsync(found, length: 4) },
            _ => parent.Type == FourCc.ToText(ChunkId.Info) ? item with { Note = await PreviewAsync(found) } : item,
        };
    }

    private ValueTask<string> PreviewAsync(Chunk chunk, long length = long.MaxValue) =>
        TreeWalk.PreviewAsync(inspection.Bytes, chunk.Payload, Math.Min(length, chunk.PayloadLength));
}
