namespace VideoGate.Cases;

/// <summary>Texts of overlay labels.</summary>
public static class LabelTexts
{
    public const string Chinese = "AI生成";
    public const string English = "AI-generated";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];
}
