using System.Text.Json;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary><c>{"aigc_label_type":2}</c>, which TikTok and Douyin write into downloads of videos that they label as AI.</summary>
/// <remarks>
/// Derived from files; there is no published specification. The entry is named <c>aigc_info</c>, or is a member of a longer entry; older
/// downloads have it in QuickTime's <c>information</c>. Videos without a label have 0; only the values 0, 1 and 2 have been observed.
/// </remarks>
internal static class PlatformLabel
{
    private const string Name = "aigc_info";
    private const string Member = "aigc_label_type";

    /// <summary>Returns true for the name of the member, which writers of flat pairs make an entry of its own.</summary>
    public static bool IsMember(string name) => name.Equals(Member, StringComparison.OrdinalIgnoreCase);

    public static bool IsName(string name) => name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    public static Finding? Read(JsonElement root, string raw, Source source, LabelReaderOptions options)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var holder = root.TryGetMember(Name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
        return holder.TryGetMember(Member, out var type) ? Of(type.ToString(), raw, source, options) : null;
    }

    public static Finding Of(string value, string raw, Source source, LabelReaderOptions options) => new()
    {
        Kind = FindingKind.PlatformLabel,
        Says = value == "0" ? AiOrigin.NotFound : AiOrigin.Suspected,
        Source = source,
        Raw = raw.Truncate(options.MaxRawText),
        Details = new Dictionary<string, string> { [Member] = value.Truncate(32) },
    };
}
