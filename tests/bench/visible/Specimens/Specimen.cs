using System.Globalization;

namespace VideoGate.Bench.Visible.Specimens;

/// <summary>One generated clip: its text, picture and style.</summary>
/// <param name="Text">The drawn text.</param>
/// <param name="Truth">The correct answer.</param>
/// <param name="Size">Font size as a share of the short side.</param>
/// <param name="Seconds">Length of the clip.</param>
internal sealed record Specimen(
    int Number,
    string Text,
    Truth Truth,
    Font Font,
    double Size,
    Place Place,
    Ink Ink,
    Background Background,
    int Width,
    int Height,
    int Crf,
    Motion Motion,
    Showing Showing,
    double Seconds)
{
    public int ShortSide => Math.Min(Width, Height);

    public int FontSize => (int)Math.Round(Size * ShortSide);

    /// <summary>When the text is there, in seconds.</summary>
    public (double From, double To) Shown => Showing switch
    {
        Showing.FirstSecond => (0, 1),
        Showing.FirstTwoSeconds => (0, 2),
        Showing.LastTwoSeconds => (Seconds - 2, Seconds),
        _ => (0, Seconds),
    };

    /// <summary>
    /// True for text legible at a glance: 5 % of the short side and more, opaque, distinct from the picture, not destroyed by the encoder.
    /// </summary>
    public bool IsLegible => Size >= 0.05 && Ink.IsSetOff && Crf <= 34 && ShortSide >= 360;

    public string Name => string.Create(
        CultureInfo.InvariantCulture,
        $"{Number:d3} {Text} | {Font.Name} {Size:p1} {Place} {Ink.Name} {Background.Name} {Width}x{Height} crf{Crf} {Motion} {Showing}");
}

internal enum Truth
{
    Label,
    Trace,
    Nothing,
}

internal enum Place
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
    Top,
    Bottom,
    Left,
    Right,
    Centre,
}

internal enum Motion
{
    Still,
    Scrolling,
    Hopping,
}

internal enum Showing
{
    Always,
    FirstSecond,
    FirstTwoSeconds,
    LastTwoSeconds,
}

/// <param name="Filter">Options of drawtext.</param>
/// <param name="IsSetOff">Whether box, outline or opacity make it legible on any picture.</param>
internal sealed record Ink(string Name, string Filter, bool IsSetOff);

internal sealed record Font(string Name, string File, bool HasChinese);

/// <param name="Source">A lavfi source with {w} and {h} for its size.</param>
internal sealed record Background(string Name, string Source);
