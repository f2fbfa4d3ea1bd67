using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace AiLabels.Pixels.Burning;

/// <summary>Texts of the explicit labels written; each has both elements of GB 45438-2025 clause 5.</summary>
[JsonConverter(typeof(CamelCase<LabelText>))]
public enum LabelText
{
    /// <summary>AI生成</summary>
    Chinese,

    /// <summary>AI-generated</summary>
    English,

    /// <summary>AI生成数字人, for digital virtual humans</summary>
    VirtualHuman,
}

/// <summary>
/// The label as overlaid on pictures: white on a dark ground, drawn in advance, so that it depends on no font. Sizes are in its pixels.
/// </summary>
/// <param name="InkHeight">From the top of the highest letter to the bottom of the lowest.</param>
internal sealed record LabelPicture(ReadOnlyMemory<byte> Png, double Width, double Height, double InkHeight)
{
    private static readonly LabelPicture Chinese = Load("ai-sheng-cheng.png", 583, 266, 154);
    private static readonly LabelPicture English = Load("ai-generated.png", 1128, 279, 167);

    private static readonly LabelPicture VirtualHuman = Load("ai-sheng-cheng-shu-zi-ren.png", 1082, 271, 159);

    public static LabelPicture Of(LabelText text) => text switch
    {
        LabelText.Chinese => Chinese,
        LabelText.VirtualHuman => VirtualHuman,
        _ => English,
    };

    private static LabelPicture Load(string name, double width, double height, double inkHeight)
    {
        using var resource = typeof(LabelPicture).Assembly.GetManifestResourceStream($"AiLabels.Pixels.Burning.Texts.{name}")!;
        var png = new byte[resource.Length];
        resource.ReadExactly(png);
        return new(png, width, height, inkHeight);
    }
}
