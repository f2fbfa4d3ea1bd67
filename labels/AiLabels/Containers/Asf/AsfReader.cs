using System.Buffers.Binary;
using System.Text;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers.Asf;

/// <summary>Reads ASF and WMV: the objects of the header, and XMP beside them.</summary>
internal sealed class AsfReader(InspectionContext inspection) : IContainerReader
{
    /// <summary>Length of the header object's fields after its size: the object count and two reserved bytes.</summary>
    public const int HeaderFieldsLength = 6;

    private readonly AsfFacts _facts = new();

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public ValueTask ListAsync(TreeWalk tree) => tree.ReadAsync(new ObjectTree(inspection));

    public async ValueTask ReadAsync()
    {
        if (await ReadObjectsAsync(0, inspection.Bytes.Length, "") is { } header)
        {
            await ReadObjectsAsync(header.Payload + HeaderFieldsLength, header.End, "Header/");
        }
    }

    /// <returns>The header object, if it is among them.</returns>
    private async ValueTask<AsfObject?> ReadObjectsAsync(long position, long end, string path)
    {
        AsfObject? header = null;
        while (position < end)
        {
            inspection.CountBox();
            var (found, problem) = await AsfObject.ReadAsync(inspection.Bytes, position, end);
            if (problem is not null)
            {
                inspection.Add(problem);
            }

            if (found is not { } next)
            {
                break;
            }

            if (next.Id == AsfObject.Header)
            {
                header ??= next;
            }
            else
            {
                await ReadObjectAsync(next, path);
            }

            position = next.End;
        }

        return header;
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
        else if (found.Id == AsfObject.ExtendedContentDescription
            && await ReadValueAsync(found, $"{path}ExtendedContentDescription") is { } content)
        {
            ReadDescriptors(content, found.At($"{path}ExtendedContentDescription"));
        }
    }

    private ValueTask<byte[]?> ReadValueAsync(AsfObject found, string path) =>
        inspection.ReadValueAsync(found.Payload, found.PayloadLength, found.At(path));

    /// <summary>Reads content descriptors, 3.11: a count, then name, type and value of each; strings are UTF-16.</summary>
    private void ReadDescriptors(ReadOnlyMemory<byte> content, Source source)
    {
        const int UnicodeString = 0;
        var rest = content.Length >= 2 ? content[2..] : default;
        while (TakeShort(ref rest, out var nameLength) && Take(ref rest, nameLength, out var name)
            && TakeShort(ref rest, out var type) && TakeShort(ref rest, out var length) && Take(ref rest, length, out var value))
        {
            inspection.CountBox();
            if (type == UnicodeString)
            {
                var key = TextOf(name).Truncate(MetadataTag.MaxNameLength);
                var text = Encoding.UTF8.GetBytes(TextOf(value));
                var tag = new MetadataTag(key, text, source with { Path = $"{source.Path}/{key}" });
                _facts.Encoder ??= tag.Encoder;
                inspection.Add(tag.Read(inspection.Options));
            }
        }
    }

    private static string TextOf(ReadOnlyMemory<byte> terminated) => Encoding.Unicode.GetString(terminated.Span).TrimEnd('\0');

    private static bool TakeShort(ref ReadOnlyMemory<byte> rest, out int value)
    {
        var taken = Take(ref rest, 2, out var bytes);
        value = taken ? BinaryPrimitives.ReadUInt16LittleEndian(bytes.Span) : 0;
        return taken;
    }

    private static bool Take(ref ReadOnlyMemory<byte> rest, int length, out ReadOnlyMemory<byte> taken)
    {
        var fits = length <= rest.Length;
        taken = fits ? rest[..length] : default;
        rest = fits ? rest[length..] : default;
        return fits;
    }
}
