using System.CommandLine;
using Spectre.Console;

namespace AiLabels.Cli.Terminal;

/// <summary>
/// The consoles for reports, and for errors and progress. One instance if both are a terminal, so that neither overwrites the other.
/// </summary>
internal sealed record Consoles(IAnsiConsole Output, IAnsiConsole Error)
{
    /// <summary>Width that keeps lines of a file or a pipe unwrapped.</summary>
    private const int Unbroken = 1 << 20;

    public static Consoles Of(InvocationConfiguration invocation)
    {
        var (output, error) = (Create(invocation.Output), Create(invocation.Error));
        return new(output, IsTerminal(output) && IsTerminal(error) ? output : error);
    }

    /// <summary>Writes that a file could not be read, and why.</summary>
    public void Fail(string path, object why) => Error.WriteLine(Visible.Text($"ailabels: {path}: {why}"), Styles.Bad);

    public void Note(IEnumerable<string> notes)
    {
        foreach (var note in notes)
        {
            Error.WriteLine(Visible.Text($"ailabels: {note}"), Styles.Muted);
        }
    }

    public static bool IsTerminal(IAnsiConsole console) => console.Profile.Out.IsTerminal;

    private static IAnsiConsole Create(TextWriter writer)
    {
        var output = new AnsiConsoleOutput(writer);
        var isPlain = !output.IsTerminal || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = isPlain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = isPlain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = isPlain ? InteractionSupport.No : InteractionSupport.Detect,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        if (!output.IsTerminal)
        {
            console.Profile.Width = Unbroken;
        }

        return console;
    }
}
