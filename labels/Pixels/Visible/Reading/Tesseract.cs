using System.Text;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Reads lines of text with tesseract, many in one process, because starting it costs more than reading a line.</summary>
internal static class Tesseract
{
    /// <summary>Page segmentation mode: one line of text per page.</summary>
    private const string SingleLine = "7";

    /// <summary>Resolution of printed text of the height of <see cref="Page"/>; tesseract would otherwise estimate it.</summary>
    private const string Resolution = "300";

    /// <summary>Additional threads cost more CPU time than they save.</summary>
    private static readonly Dictionary<string, string> OneThread = new() { ["OMP_THREAD_LIMIT"] = "1" };

    public static async Task<Reading> ReadAsync(
        IReadOnlyList<Plane> pages, string languages, ProgramLimits limits, CancellationToken cancellationToken)
    {
        if (pages.Count == 0)
        {
            return new([], null);
        }

        var (result, table) = await new ContainedProgram("tesseract", limits) { Environment = OneThread }
            .RunAsync(["stdin", "stdout", "-l", languages, "--psm", SingleLine, "--dpi", Resolution, "tsv"], TiffPages.Write(pages),
                cancellationToken);
        return new(RecognisedLine.Parse(Encoding.UTF8.GetString(table), pages.Count), Judge(result));
    }

    private static Problem? Judge(ProgramResult result) => result switch
    {
        { Limit: { } limit } => new(limit, "Text recognition was stopped at a limit."),
        { Succeeded: false } => new("text.unreadable", $"Text recognition ended with exit code {result.ExitCode}."),
        _ => null,
    };
}
