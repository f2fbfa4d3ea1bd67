using System.Text;
using AiLabels.Reading;

namespace AiLabels.Containers.Matroska;

/// <summary>Collects a <see cref="MetadataTag"/> from a SimpleTag, whose name may follow its value.</summary>
internal sealed class SimpleTag(Element element)
{
    private string? _name;
    private byte[]? _value;

    public async ValueTask ReadAsync(Element child, InspectionContext inspection, string path)
    {
        var value = await inspection.ReadValueAsync(child.Payload, child.PayloadLength, child.At(path));
        if (child.Id == ElementId.TagName)
        {
            _name = value is null ? null : MetadataTag.Shorten(Encoding.UTF8.GetString(value).TrimEnd('\0'));
        }
        else
        {
            _value = value;
        }
    }

    public MetadataTag? ToMetadataTag(string path) =>
        _name is null || _value is null ? null : new MetadataTag(_name, _value, element.At($"{path}/{_name}"));
}
