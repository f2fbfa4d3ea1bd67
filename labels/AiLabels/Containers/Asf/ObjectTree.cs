using AiLabels.Reading;

namespace AiLabels.Containers.Asf;

/// <summary>The objects of a file.</summary>
internal sealed class ObjectTree(InspectionContext inspection) : ITreeFormat
{
    /// <summary>Object names from section 10 of the specification.</summary>
    private static readonly Dictionary<Guid, string> Names = new()
    {
        [AsfObject.Header] = "Header",
        [AsfObject.HeaderExtension] = "HeaderExtension",
        [AsfObject.FileProperties] = "FileProperties",
        [AsfObject.StreamProperties] = "StreamProperties",
        [AsfObject.ExtendedContentDescription] = "ExtendedContentDescription",
        [AsfObject.Xmp] = "XMP",
        [new("75b22636-668e-11cf-a6d9-00aa0062ce6c")] = "Data",
        [AsfObject.ContentDescription] = "ContentDescription",
        [new("33000890-e5b1-11cf-89f4-00a0c90349cb")] = "SimpleIndex",
        [new("d6e229d3-35da-11d1-9034-00a0c90349be")] = "Index",
        [new("86d15240-311d-11d0-a3a4-00a0c90348f6")] = "CodecList",
        [new("7bf875ce-468d-11d1-8d82-006097c9a2b2")] = "StreamBitrateProperties",
        [new("14e6a5cb-c672-4332-8399-a96952065b5a")] = "ExtendedStreamProperties",
        [AsfObject.Metadata] = "Metadata",
        [AsfObject.MetadataLibrary] = "MetadataLibrary",
        [new("7c4346a9-efe0-4bfc-b229-393ede415c85")] = "LanguageList",
        [new("abd3d211-a9ba-11cf-8ee6-00c00c205365")] = "Compatibility",
        [new("1806d474-cadf-4509-a4ba-9aabcb96aae8")] = "Padding",
    };

    public async ValueTask<TreeItem?> ReadAsync(long offset, TreeItem parent)
    {
        var (found, problem) = await AsfObject.ReadAsync(inspection.Bytes, offset, parent.End);
        if (problem is not null)
        {
            inspection.Add(problem);
        }

        return found is { } next
            ? new TreeItem(NameOf(next.Id), next.Offset, next.Length) { Children = ChildrenOf(next) }
            : null;
    }

    public static bool IsKnown(Guid id) => Names.ContainsKey(id);

    public static string NameOf(Guid id) => Names.GetValueOrDefault(id) ?? id.ToString();

    private static long? ChildrenOf(AsfObject found) =>
        found.Id == AsfObject.Header ? Math.Min(found.Payload + AsfReader.HeaderFieldsLength, found.End)
        : found.Id == AsfObject.HeaderExtension ? Math.Min(found.Payload + AsfReader.HeaderExtensionFieldsLength, found.End)
        : null;
}
