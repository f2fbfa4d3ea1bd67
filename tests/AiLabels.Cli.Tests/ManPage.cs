using System.CommandLine;
using System.Text;
using AiLabels.Cli.Terminal;

namespace AiLabels.Cli.Tests;

/// <summary>Formats the table of commands and options as a manual page, man(7).</summary>
internal static class ManPage
{
    private const string ExitCodes = "Exit codes";

    private const string Tail = """
        .SH ENVIRONMENT
        .TP
        .B NO_COLOR
        If it is set, output is plain on a terminal too.
        .TP
        .B GATE_ADDRESS, GATE_TOKEN
        Address of the moderation gate, and the access token for it.
        .SH EXAMPLES
        .TP
        Report on a file
        .B ailabels video.mp4
        .TP
        A table of all videos of a folder
        .B ailabels \-\-format csv uploads/ > report.csv
        .TP
        Stop a pipeline at a video that may be AI\-generated
        .B ailabels \-\-quiet \-\-fail\-on suspected video.mp4
        .TP
        Write a label
        .B ailabels label in.mp4 out.mp4 \-\-label 1 \-\-producer 001191110108MACC4D63XF00000 \-\-content\-id 4711
        .TP
        See what a moderation gate would change about the videos that it has published
        .B ailabels gate import published/2024/ \-\-report changes.csv
        .SH SEE ALSO
        .BR exiftool (1),
        .BR ffprobe (1),
        .BR mediainfo (1)

        """;

    public static string Of(DetailedCommand root)
    {
        var commands = root.Subcommands.Where(static command => !command.Hidden).SelectMany(Leaves).ToList();
        var page = new StringBuilder();
        page.Append(".\\\" Made from the table of options; ManPageTests holds it.\n");
        page.Append(".TH AILABELS 1 \"\" \"ailabels\" \"User Commands\"\n");
        page.Append(".SH NAME\nailabels \\- read and write AI labels and content credentials of video files\n");
        page.Append(".SH SYNOPSIS\n.B ailabels\n[\\fIOPTION\\fR...] \\fIFILE\\fR...\n");
        foreach (var (name, command) in commands)
        {
            page.Append($".br\n.B ailabels {name}\n{(Synopsis(command) is { Length: > 0 } rest ? $"{Escape(rest)}\n" : "")}");
        }

        page.Append($".SH DESCRIPTION\n{Escape(root.Description!)}\n.SH COMMANDS\n");
        foreach (var (name, command) in commands)
        {
            page.Append($".SS ailabels {name}\n{Escape(command.Description!)}\n");
            page.Append(command is DetailedCommand { Details: var details } ? Paragraphs(details) : "");
            page.Append(string.Concat(command.Arguments.Select(static argument => Item(Escape(argument.Name), "", argument.Description!))));
            page.Append(string.Concat(command.Options.Select(static option =>
                Item(Escape(option.Name), option.HelpName ?? "", option.Description!))));
        }

        return page.Append(".SH EXIT STATUS\n").Append(Codes(root.Details)).Append(Tail).ToString();
    }

    /// <summary>Returns the command, or those in it, by the words that name them.</summary>
    private static IEnumerable<(string Name, Command Command)> Leaves(Command command) => command.Subcommands is []
        ? [(command.Name, command)]
        : command.Subcommands.SelectMany(Leaves).Select(inner => ($"{command.Name} {inner.Name}", inner.Command));

    private static string Synopsis(Command command) => string.Join(
        ' ',
        [
            .. command.Options.Where(static option => option.Required).Select(static option => $"{option.Name} {option.HelpName}"),
            .. command.Options.Any(static option => !option.Required) ? (string[])["[OPTION...]"] : [],
            .. command.Arguments.Select(static argument => argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}..." : argument.Name),
        ]);

    private static string Item(string name, string value, string description) =>
        $".TP\n.B {name}{(value.Length > 0 ? $" \\fI{Escape(value)}\\fR" : "")}\n{Escape(description)}\n";

    /// <summary>Exit codes are a section of their own.</summary>
    private static string Paragraphs(string text)
    {
        var prose = text.Split("\n\n").Where(static part => !part.StartsWith(ExitCodes, StringComparison.Ordinal)).ToList();
        return string.Concat(prose.Select(static part => $".PP\n{(IsTable(part) ? $".nf\n{Escape(part)}\n.fi" : Escape(part))}\n"));
    }

    private static bool IsTable(string text) => text.Contains(":  ", StringComparison.Ordinal);

    private static string Codes(string text)
    {
        var lines = text[text.IndexOf(ExitCodes, StringComparison.Ordinal)..].Split('\n');
        return string.Concat(lines.Skip(1).Select(static line => line.Trim().Split(' ', 2))
            .Select(static parts => $".TP\n.B {parts[0]}\n{Escape(parts[1].Trim())}\n"))
            + $".PP\n{Escape(lines[0].TrimEnd(':'))}.\n";
    }

    /// <summary>A hyphen is one to copy; a dot or an apostrophe at the start of a line would be a request.</summary>
    private static string Escape(string text) => string.Join('\n', text.Replace("\\", "\\e", StringComparison.Ordinal)
        .Replace("-", "\\-", StringComparison.Ordinal).Split('\n').Select(static line => line is ['.' or '\'', ..] ? $"\\&{line}" : line));
}
