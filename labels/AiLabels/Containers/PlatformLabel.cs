using System.Text.Json;
using AiLabels.Reading;

namespace AiLabels.Containers;

/// <summary><c>aigc_info</c>, which TikTok and Douyin write into downloads: <c>{"aigc_label_type":2}</c> on videos that the platform shows as AI.</summary>
/// <remarks>As seen in files, nothing is published about it: 0 stands on videos that carry no label, and no other value than 0 and 2 was seen.</remarks>
internal static class PlatformLabel
{
    private const string Member = "aigc_label_type";

    public static bool IsName(string name) => name.Equals("aigc_info", StringComparison.OrdinalIgnoreCase);

    public static Finding? Read(JsonElement root, string raw, Source source, LabelReaderOptions options)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetMember(Member, out var type))
        {
            return null;
        }

        var value = type.ToString().Cut(32);
        return new()
        {
            Kind = FindingKind.PlatformLabel,
            Says = value == "0" ? AiOrigin.NotFound : AiOrigin.Suspected,
            Source = source,
            Raw = raw.Cut(options.MaxRawText),
            Details = new Dictionary<string, string> { [Member] = value },
        };
    }
}
