using System.Globalization;

namespace VideoGate.Bench.Visible.Specimens;

/// <summary>
/// Videos that mention AI without being labelled: screen recordings, news, lectures, karaoke, streets and clothes. The same scene for the
/// same number.
/// </summary>
internal static class Scenes
{
    private const double Seconds = 4;

    private static readonly (string Kind, Func<Random, (int Width, int Height), Drawing> Draw)[] Kinds =
    [
        ("menu", Menu), ("news", News), ("slide", Slide), ("karaoke", Karaoke), ("sign", Sign), ("shirt", Shirt),
    ];

    /// <returns>The file of a scene and its name; created with ffmpeg once and kept.</returns>
    public static async Task<(string Path, string Name)> OfAsync(int number, string folder)
    {
        var random = new Random(unchecked((int)((uint)number * 2654435761u)));
        var (kind, draw) = Kinds[number % Kinds.Length];
        var size = Pick(random, ((int Width, int Height)[])[(1280, 720), (720, 1280), (854, 480), (640, 360), (1920, 1080)]);
        var drawing = draw(random, size);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"scene-{number:d4}.mp4");
        if (!File.Exists(path))
        {
            await Clip.RunAsync([
                "-f", "lavfi", "-i", drawing.Source(size), "-t", Seconds.ToString(CultureInfo.InvariantCulture),
                "-vf", $"{await drawing.FilterAsync(folder)},format=yuv420p", "-c:v", "libx264", "-preset", "ultrafast", "-threads", "1",
                "-crf", random.Next(18, 35).ToString(CultureInfo.InvariantCulture), path]);
        }

        return (path, $"{number:d4} {kind} {size.Width}x{size.Height}: {string.Join(" / ", drawing.Texts)}");
    }

    private static Drawing Menu(Random random, (int Width, int Height) size)
    {
        var (line, dark) = (size.Height / 22, random.Next(2) == 0);
        var drawing = new Drawing(dark ? "#202024" : "#f4f4f6");
        drawing.Box(0, 0, size.Width, 2 * line, dark ? "#303036" : "#dcdce2");
        var x = line;
        for (var i = 0; i < 5; i++)
        {
            var text = Pick(random, SceneText.Menus);
            drawing.Text(text, Wardrobe.Fonts[0], 0.8 * line, $"{x}", $"{line / 2}", dark ? "white" : "black");
            x += (int)(line * (1.5 + (text.Sum(static letter => letter > 255 ? 0.85 : 0.5))));
        }

        drawing.Box(3 * line, 2 * line, size.Width / 3, 7 * line, dark ? "#3a3a42" : "white");
        for (var i = 0; i < 5; i++)
        {
            drawing.Text(Pick(random, SceneText.Menus), Wardrobe.Fonts[0], 0.8 * line, $"{4 * line}", $"{(int)((2.5 + (1.3 * i)) * line)}",
                dark ? "white" : "black");
        }

        return drawing;
    }

    private static Drawing News(Random random, (int Width, int Height) size)
    {
        var drawing = new Drawing(Pick(random, Wardrobe.Backgrounds));
        var high = size.Height / 7;
        drawing.Box(0, size.Height - (2 * high), size.Width, high, "#b00010");
        drawing.Fitted(Pick(random, SceneText.Headlines), size, 0.4 * high, $"{high / 3}", $"{size.Height - (1.7 * high):f0}", "white");
        drawing.Box(0, size.Height - high, size.Width, high, "white");
        drawing.Text(
            Pick(random, SceneText.Headlines), Wardrobe.Fonts[0], 0.35 * high, "w-mod(t*120\\,w+tw)", $"{size.Height - (0.7 * high):f0}",
            "black");
        drawing.Text("LIVE", Wardrobe.Fonts[^1], 0.35 * high, $"{high / 3}", $"{high / 3}", "white");
        return drawing;
    }

    private static Drawing Slide(Random random, (int Width, int Height) size)
    {
        var drawing = new Drawing(Pick(random, (string[])["white", "#fffbe8", "#10305a"]));
        var ink = drawing.Colour == "#10305a" ? "white" : "black";
        drawing.Fitted(Pick(random, SceneText.Bullets), size, 0.09 * size.Height, $"{size.Width / 16}", $"{size.Height / 10}", ink);
        for (var i = 0; i < 4; i++)
        {
            drawing.Fitted($"• {Pick(random, SceneText.Bullets)}", size, 0.055 * size.Height, $"{size.Width / 12}",
                $"{(int)(size.Height * (0.3 + (0.14 * i)))}", ink);
        }

        return drawing;
    }

    private static Drawing Karaoke(Random random, (int Width, int Height) size)
    {
        var drawing = new Drawing(Pick(random, Wardrobe.Backgrounds));
        var half = (int)(Seconds / 2);
        for (var i = 0; i < 2; i++)
        {
            var (text, y) = (Pick(random, SceneText.Lyrics), $"{(int)(size.Height * (0.72 + (0.12 * i)))}");
            foreach (var (colour, shown) in ((string, string)[])[("white", $"lt(t,{half + i})"), ("yellow", $"gte(t,{half + i})")])
            {
                drawing.Fitted(text, size, 0.075 * size.Height, "(w-tw)/2", y, $"{colour}:borderw=2:bordercolor=black:enable='{shown}'");
            }
        }

        return drawing;
    }

    private static Drawing Sign(Random random, (int Width, int Height) size)
    {
        var drawing = new Drawing(Pick(random, Wardrobe.Backgrounds));
        var (width, high) = ((int)(size.Width * 0.7), size.Height / 6);
        drawing.Box(size.Width / 8, size.Height / 5, width, high, Pick(random, (string[])["#8a1010", "#104a20", "#202020", "#e8d040"]));
        drawing.Fitted(Pick(random, SceneText.Signs), (width, size.Height), 0.5 * high, $"{(size.Width / 8) + (high / 4)}",
            $"{(size.Height / 5) + (high / 4)}", "white:borderw=1:bordercolor=black");
        return drawing with { Turn = (random.NextDouble() - 0.5) * 0.1 };
    }

    private static Drawing Shirt(Random random, (int Width, int Height) size)
    {
        var drawing = new Drawing(Pick(random, Wardrobe.Backgrounds));
        drawing.Box(
            size.Width / 4, size.Height / 3, size.Width / 2, size.Height * 2 / 3,
            Pick(random, (string[])["#d02050", "#3050a0", "#f0f0f0", "#181818"]));
        drawing.Fitted(Pick(random, SceneText.Shirts), (size.Width / 2, size.Height), 0.09 * size.Height, "(w-tw)/2", $"{size.Height / 2}",
            "white:borderw=1:bordercolor=gray");
        return drawing with { Turn = (random.NextDouble() - 0.5) * 0.25 };
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
