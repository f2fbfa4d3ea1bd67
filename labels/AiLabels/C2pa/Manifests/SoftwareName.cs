using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>Name of a program: plain text in actions v1, a generator-info map in later versions, and arrays of either.</summary>
internal static class SoftwareName
{
    /// <summary>Returns <c>name</c> or <c>name/version</c>; null if there is no name.</summary>
    public static string? Read(CborNode? item)
    {
        var name = item?.Text ?? item?["name"]?.Text;
        return name is not null && item!["version"]?.Text is { Length: > 0 } version ? $"{name}/{version}" : name;
    }

    /// <summary>Returns the names of one program or of several.</summary>
    public static IEnumerable<string> ReadAll(CborNode? item) =>
        Several.Of(item).Select(Read).OfType<string>();
}
