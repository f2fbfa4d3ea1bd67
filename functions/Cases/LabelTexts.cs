namespace VideoGate.Cases;

/// <summary>Texts of a label over the picture.</summary>
public static class LabelTexts
{
    public const string Chinese = "AI生成";
    public const string English = "AI-generated";

    public static IReadOnlyList<string> All { get; } = [Chinese, English];
}
