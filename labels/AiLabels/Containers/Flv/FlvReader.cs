using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Xmp;

namespace AiLabels.Containers.Flv;

/// <summary>FLV, Adobe Flash Video File Format Specification 10.1 annex E.</summary>
internal sealed class FlvReader(Inspection inspection) : IContainerReader
{
    private const int HeaderLength = 9;
    private const int TagHeaderLength = 11;
    private const int PreviousTagSizeLength = 4;
    private const byte ScriptTag = 18;

    /// <summary>Tags that are looked at: onMetaData and onXMPData stand at the beginning (E.5), and every later tag is media.</summary>
    private const int MaxTags = 64;

    private readonly FlvFacts _facts = new();

    public ContainerFacts Facts => _facts.ToContainerFacts();

    public async ValueTask ReadAsync()
    {
        var header = await inspection.Bytes.PeekAsync(0, HeaderLength);
        var position = header.Length == HeaderLength ? BinaryPrimitives.ReadUInt32BigEndian(header.Span[5..]) + (long)PreviousTagSizeLength : 0;
        if (position < HeaderLength)
        {
            inspection.Add(new Problem("container.damaged", "The FLV header is cut or gives no place for the first tag.", new Source("FLV", 0, header.Length)));
            return;
        }

        for (var i = 0; i < MaxTags && position < inspection.Bytes.Length; i++)
        {
            inspection.CountBox();
            var tag = (await inspection.Bytes.PeekAsync(position, TagHeaderLength)).ToArray();
            if (tag is not [8 or 9 or ScriptTag, _, _, _, _, _, _, _, 0, 0, 0])
            {
                inspection.Add(new Problem("container.damaged", $"At byte {position} no FLV tag can begin.", new Source("FLV", position, tag.Length)));
                return;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(tag) & 0xFFFFFF;
            if (position + TagHeaderLength + length > inspection.Bytes.Length)
            {
                inspection.Add(new Problem("container.truncated", $"The tag at byte {position} claims {length} bytes.", new Source("FLV", position, TagHeaderLength)));
            }

            if (tag[0] == ScriptTag)
            {
                await ReadScriptAsync(position, length);
            }

            position += TagHeaderLength + length + PreviousTagSizeLength;
        }
    }

    private async ValueTask ReadScriptAsync(long tag, int length)
    {
        var source = new Source("script", tag, TagHeaderLength + length);
        if (await inspection.ReadValueAsync(tag + TagHeaderLength, length, source) is not { } script)
        {
            return;
        }

        var name = "";
        var members = new List<AmfMember>();
        try
        {
            var data = new Amf0(script, inspection.Options.MaxDepth);
            name = data.ReadName();
            data.ReadMembers(members);
        }
        catch (InvalidDataException e)
        {
            inspection.Add(new Problem("container.damaged", $"The script tag at byte {tag} cannot be read to its end: {e.Message}.", source));
        }

        Read(name, members, source);
    }

    private void Read(string script, List<AmfMember> members, Source source)
    {
        foreach (var (name, text, number) in members)
        {
            var place = source with { Path = $"{script.Cut(MetadataTag.MaxNameLength)}/{name.Cut(MetadataTag.MaxNameLength)}" };
            switch (script, name)
            {
                case ("onXMPData", "liveXML") when text is not null:
                    inspection.Add(XmpReader.Read(text, place, inspection.Options));
                    break;
                case ("onMetaData", _) when text is not null:
                    var tag = new MetadataTag(name, text, place);
                    _facts.Encoder ??= tag.Encoder;
                    inspection.Add(tag.Read(inspection.Options));
                    break;
                case ("onMetaData", _):
                    _facts.Read(name, number!.Value);
                    break;
            }
        }
    }
}
