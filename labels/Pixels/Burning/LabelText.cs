using System.Text.Json.Serialization;

namespace AiLabels.Pixels.Burning;

/// <summary>The texts of explicit labels that are written here; each holds both elements of GB 45438-2025 clause 5.</summary>
[JsonConverter(typeof(CamelCase<LabelText>))]
public enum LabelText
{
    /// <summary>AI生成</summary>
    Chinese,

    /// <summary>AI-generated</summary>
    English,
}

/// <summary>The label as it is laid over pictures: white on a dark ground, drawn once beforehand, so that no font has a say in it.</summary>
/// <param name="HeightShare">Height of the whole picture in parts of its ink's height.</param>
internal sealed record LabelPicture(ReadOnlyMemory<byte> Png, double HeightShare)
{
    private static readonly LabelPicture Chinese = Load("ai-sheng-cheng.png", 266.0 / 154);
    private static readonly LabelPicture English = Load("ai-generated.png", 279.0 / 167);

    public static LabelPicture Of(LabelText text) => text == LabelText.Chinese ? Chinese : English;

    private static LabelPicture Load(string name, double heightShare)
    {
        using var resource = typeof(LabelPicture).Assembly.GetManifestResourceStream($"AiLabels.Pixels.Burning.Texts.{name}")!;
        var png = new byte[resource.Length];
        resource.ReadExactly(png);
        return new(png, heightShare);
    }
}
