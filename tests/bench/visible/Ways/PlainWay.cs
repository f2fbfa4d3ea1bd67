using System.Diagnostics;
using AiLabels.Pixels.Visible.Matching;
using VideoGate.Bench.Visible.Specimens;

namespace VideoGate.Bench.Visible.Ways;

/// <summary>The naive approach: a whole frame per second through tesseract, and a search for the words.</summary>
internal static class PlainWay
{
    public static async Task<Answer> LookAsync(string path)
    {
        var began = CpuTime.Seconds();
        var folder = Directory.CreateTempSubdirectory("plain-");
        await RunAsync("ffmpeg", "-v", "error", "-nostdin", "-i", path, "-vf", "fps=1", Path.Combine(folder.FullName, "%d.png"));
        var text = "";
        foreach (var frame in folder.GetFiles())
        {
            text += await RunAsync("tesseract", frame.FullName, "stdout", "-l", "chi_sim+eng", "--psm", "11");
        }

        folder.Delete(recursive: true);
        var says = LabelVocabulary.Default.Phrases.Any(phrase => Holds(text, phrase)) ? Truth.Label
            : LabelVocabulary.Default.Marks.Any(mark => Holds(text, mark.Text)) ? Truth.Trace
            : Truth.Nothing;
        return new(says, "", null, null, CpuTime.Seconds() - began);
    }

    /// <summary>Ignores case and spaces, and treats l as I, as every reader must.</summary>
    private static bool Holds(string text, string words) => Plain(text).Contains(Plain(words), StringComparison.Ordinal);

    private static string Plain(string text) =>
        new([.. text.Where(static letter => !char.IsWhiteSpace(letter))
            .Select(static letter => letter == 'l' ? 'i' : char.ToLowerInvariant(letter))]);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["OMP_THREAD_LIMIT"] = "1" },
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await errors;
        await process.WaitForExitAsync();
        return output;
    }
}
