using System.Text;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Asf;

/// <summary>Reads ASF and WMV: the objects of the header and of its extension, and XMP beside them.</summary>
internal sealed class AsfReader(InspectionContext inspection) : IContainerReader
{
    /// <summary>Length of the header object's fields after its size: the object count and two reserved bytes.</summary>
    public const int HeaderFieldsLength = 6;

    /// <summary>3.4: a reserved GUID, a reserved number and the length of the data.</summary>
    public const int HeaderExtensionFieldsLength = 22;

    private readonly AsfFacts _facts = new();
    private readonly Queue<(AsfObject List, string Path, int Depth)> _lists = new();

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new ObjectTree(inspection));

    public async ValueTask ReadAsync()
    {
        await ReadObjectsAsync(0, inspection.Bytes.Length, "", 0);
        while (_lists.TryDequeue(out var next))
        {
            var (list, path, depth) = next;
            inspection.CheckDepth(depth);
            var fields = list.Id == AsfObject.Header ? HeaderFieldsLength : HeaderExtensionFieldsLength;
            await ReadObjectsAsync(list.Payload + fields, list.End, path, depth);
        }
    }

    private async ValueTask ReadObjectsAsync(long position, long end, string path, int depth)
    {
        while (position < end)
        {
            inspection.CountBox();
            var (found, problem) = await AsfObject.ReadAsync(inspection.Bytes, position, end);
            if (problem is not null)
            {
                var isTrailer = depth == 0 && position > 0 && !await IsKnownAsync(position);
                inspection.Add((isTrailer ? await Trailer.FindAsync(inspection.Bytes, position) : null) ?? problem);
                found = isTrailer ? null : found;
            }

            if (found is not { } next)
            {
                break;
            }

            if (next.Id == AsfObject.Header || next.Id == AsfObject.HeaderExtension)
            {
                _lists.Enqueue((next, next.Id == AsfObject.Header ? "Header/" : $"{path}HeaderExtension/", depth + 1));
            }
            else
            {
                await ReadObjectAsync(next, path);
            }

            position = next.End;
        }
    }

    private async ValueTask<bool> IsKnownAsync(long position)
    {
        const int IdLength = 16;
        var id = await inspection.Bytes.PeekAsync(position, IdLength);
        return id.Length == IdLength && ObjectTree.IsKnown(new Guid(id.Span));
    }

    private async ValueTask ReadObjectAsync(AsfObject found, string path)
    {
        if (found.Id == AsfObject.FileProperties || found.Id == AsfObject.StreamProperties)
        {
            if (found.Id == AsfObject.StreamProperties)
            {
                inspection.CountTrack();
            }

            _facts.Read(found.Id,
                (await inspection.Bytes.PeekAsync(found.Payload, (int)Math.Min(found.PayloadLength, AsfFacts.MaxObjectLength))).Span);
        }
        else if (found.Id == AsfObject.Xmp && await ReadValueAsync(found, $"{path}XMP") is { } packet)
        {
            inspection.CountPacket();
            inspection.Add(XmpReader.Read(packet, found.At($"{path}XMP"), inspection.Options));
        }
        else if (IsDescription(found.Id) && $"{path}{ObjectTree.NameOf(found.Id)}" is var place
            && await ReadValueAsync(found, place) is { } content)
        {
            ReadDescriptors(found.Id, content, found.At(place));
        }
    }

    private static bool IsDescription(Guid id) => id == AsfObject.ExtendedContentDescription || id == AsfObject.ContentDescription
        || id == AsfObject.Metadata || id == AsfObject.MetadataLibrary;

    private ValueTask<byte[]?> ReadValueAsync(AsfObject found, string path) =>
        inspection.ReadValueAsync(found.Payload, found.PayloadLength, found.At(path));

    private void ReadDescriptors(Guid id, byte[] content, Source source)
    {
        foreach (var (name, text) in Descriptors.Read(id, content))
        {
            inspection.CountBox();
            var key = MetadataTag.Shorten(name);
            var tag = new MetadataTag(key, Encoding.UTF8.GetBytes(text), source with { Path = $"{source.Path}/{key}" });
            _facts.Encoder ??= tag.Encoder;
            inspection.Add(tag.Read(inspection.Options));
        }
    }
}
