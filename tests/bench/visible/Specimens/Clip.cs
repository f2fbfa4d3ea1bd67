using System.Diagnostics;
using System.Globalization;

namespace VideoGate.Bench.Visible.Specimens;

/// <summary>A specimen as a file, created with ffmpeg once and kept.</summary>
/// <param name="InkHeight">Height of the drawn text, top of the highest letter to bottom of the lowest, in pixels.</param>
internal sealed record Clip(Specimen Specimen, string Path, double InkHeight)
{
    public static async Task<Clip> OfAsync(Specimen specimen, string folder)
    {
        Directory.CreateDirectory(folder);
        var path = System.IO.Path.Combine(folder, $"{specimen.Number:d4}-{Key(specimen)}.mp4");
        var text = System.IO.Path.ChangeExtension(path, ".txt");
        if (!File.Exists(path))
        {
            await File.WriteAllTextAsync(text, specimen.Text);
            await RunAsync([
                "-f", "lavfi", "-i", Source(specimen), "-t", Invariant($"{specimen.Seconds}"), "-vf",
                    $"{Drawn(specimen, text)},format=yuv420p",
                "-c:v", "libx264", "-preset", "ultrafast", "-threads", "1", "-crf", Invariant($"{specimen.Crf}"), path]);
        }

        return new(specimen, path, await MeasureAsync(specimen, text));
    }

    private static string Source(Specimen specimen) => specimen.Background.Source
        .Replace("{w}", Invariant($"{specimen.Width}"), StringComparison.Ordinal)
        .Replace("{h}", Invariant($"{specimen.Height}"), StringComparison.Ordinal);

    private static string Drawn(Specimen specimen, string text)
    {
        var (x, y) = Position(specimen);
        var (from, to) = specimen.Shown;
        return Invariant(
            $"drawtext=fontfile='{specimen.Font.File}':textfile='{text}':expansion=none:fontsize={specimen.FontSize}:{specimen.Ink.Filter}:")
            + Invariant($"x='{x}':y='{y}':enable='gte(t,{from})*lt(t,{to})'");
    }

    private static (string X, string Y) Position(Specimen specimen)
    {
        var margin = Invariant($"{specimen.ShortSide * 0.03:f0}");
        var x = specimen.Place switch
        {
            Place.TopLeft or Place.BottomLeft or Place.Left => margin,
            Place.TopRight or Place.BottomRight or Place.Right => $"w-tw-{margin}",
            _ => "(w-tw)/2",
        };
        var y = specimen.Place switch
        {
            Place.TopLeft or Place.TopRight or Place.Top => margin,
            Place.BottomLeft or Place.BottomRight or Place.Bottom => $"h-th-{margin}",
            _ => "(h-th)/2",
        };
        return specimen.Motion switch
        {
            Motion.Scrolling => (Invariant($"(w-tw)*mod(t/{specimen.Seconds}\\,1)"), y),
            Motion.Hopping => ("if(lt(mod(t\\,3)\\,1.5)\\,w*0.04\\,w*0.96-tw)", "if(lt(mod(t\\,3)\\,1.5)\\,h*0.08\\,h*0.8)"),
            _ => (x, y),
        };
    }

    /// <summary>The text alone, white on black, and the rows that it fills.</summary>
    private static async Task<double> MeasureAsync(Specimen specimen, string text)
    {
        var kept = System.IO.Path.ChangeExtension(text, ".height");
        if (!File.Exists(kept))
        {
            var (width, height) = (specimen.FontSize * 40, specimen.FontSize * 4);
            var picture = await RunAsync([
                "-f", "lavfi", "-i", Invariant($"color=black:s={width}x{height},format=gray"), "-frames:v", "1",
                "-vf", Invariant(
                    $"drawtext=fontfile='{specimen.Font.File}':textfile='{text}':expansion=none:fontsize={specimen.FontSize}:fontcolor=white:x=20:y=(h-th)/2"),
                "-pix_fmt", "gray", "-f", "rawvideo", "-"]);
            var rows = Enumerable.Range(0, height).Where(y => picture.AsSpan(y * width, width).ContainsAnyInRange<byte>(128, 255)).ToList();
            await File.WriteAllTextAsync(kept, Invariant($"{rows[^1] - rows[0] + 1}"));
        }

        return double.Parse(await File.ReadAllTextAsync(kept), CultureInfo.InvariantCulture);
    }

    internal static async Task<byte[]> RunAsync(IEnumerable<string> arguments)
    {
        using var ffmpeg =
            Process.Start(
                new ProcessStartInfo("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments])
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true
                })!;
        using var output = new MemoryStream();
        var errors = ffmpeg.StandardError.ReadToEndAsync();
        await ffmpeg.StandardOutput.BaseStream.CopyToAsync(output);
        await ffmpeg.WaitForExitAsync();
        return ffmpeg.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"ffmpeg: {await errors}");
    }

    /// <summary>A changed specimen with the same number gets another file.</summary>
    private static string Key(Specimen specimen)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(
            System.Text.Encoding.UTF8.GetBytes($"{specimen.Name} {specimen.Seconds} {specimen.Ink.Filter} {specimen.Background.Source}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 4));
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
