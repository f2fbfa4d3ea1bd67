using System.Globalization;

namespace VideoGate.Bench.Visible.Specimens;

/// <summary>Boxes and lines of text over a background, as filters of ffmpeg.</summary>
internal sealed record Drawing
{
    /// <summary>Width of a letter as a share of its height: at most, so that a line fits.</summary>
    private const double WidestLatin = 0.66;

    private readonly Background _background;
    private readonly List<string> _filters = [];
    private readonly List<string> _texts = [];

    public Drawing(Background background) => _background = background;

    public Drawing(string colour)
        : this(new Background(colour, $"color={colour}:s={{w}}x{{h}}:r=25")) => Colour = colour;

    /// <summary>Colour of a plain background.</summary>
    public string? Colour { get; }

    /// <summary>Angle in radians by which the whole picture is turned.</summary>
    public double Turn { get; init; }

    public IEnumerable<string> Texts => _texts.Distinct();

    public string Source((int Width, int Height) size) => _background.Source
        .Replace("{w}", Invariant($"{size.Width}"), StringComparison.Ordinal)
        .Replace("{h}", Invariant($"{size.Height}"), StringComparison.Ordinal);

    public void Box(int x, int y, int width, int height, string colour) =>
        _filters.Add(Invariant($"drawbox=x={x}:y={y}:w={width}:h={height}:color={colour}:t=fill"));

    /// <param name="style">A colour, and options of drawtext after it.</param>
    public void Text(string text, Font font, double height, string x, string y, string style)
    {
        _texts.Add(text);
        _filters.Add(Invariant(
            $"drawtext=fontfile='{font.File}':textfile='{{{_texts.Count - 1}}}':expansion=none:fontsize={height:f0}:x='{x}':y='{y}':fontcolor={style}"));
    }

    /// <summary>Draws text in letters that are as high as asked, or so high that the line fits the picture.</summary>
    public void Fitted(string text, (int Width, int Height) size, double height, string x, string y, string style) =>
        Text(
            text, Wardrobe.Fonts[1], Math.Min(height, 0.85 * size.Width / text.Sum(static letter => letter > 255 ? 1 : WidestLatin)), x, y,
            style);

    /// <summary>Writes the texts to files and returns the filters that draw them.</summary>
    public async Task<string> FilterAsync(string folder)
    {
        var filters = string.Join(',', _filters);
        for (var i = 0; i < _texts.Count; i++)
        {
            var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(_texts[i]));
            var file = Path.Combine(folder, $"text-{Convert.ToHexStringLower(hash.AsSpan(0, 8))}.txt");
            await File.WriteAllTextAsync(file, _texts[i]);
            filters = filters.Replace($"'{{{i}}}'", $"'{file}'", StringComparison.Ordinal);
        }

        return Turn == 0 ? filters : Invariant($"{filters},rotate={Turn:f4}:fillcolor=black");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
