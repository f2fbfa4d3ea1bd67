using System.CommandLine;
using System.CommandLine.Parsing;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Options for what is printed, and for the exit code.</summary>
internal sealed class OutputOptions
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Csv = "csv";

    private static readonly string[] Formats = [Text, Json, Csv];

    /// <summary>Verdicts by strength, as <see cref="AiOrigin"/> orders them.</summary>
    private static readonly Dictionary<string, AiOrigin> Verdicts = new()
    {
        ["suspected"] = AiOrigin.Suspected,
        ["possible"] = AiOrigin.Possible,
        ["confirmed"] = AiOrigin.Confirmed,
    };

    private readonly Option<string> _format = new("--format")
    {
        Description = "text for people, json (one object per line for each file) or csv (one row for each file).",
        HelpName = string.Join('|', Formats),
        DefaultValueFactory = static _ => Text,
    };

    private readonly Option<bool> _json = new("--json") { Description = "The same as --format json." };
    private readonly Option<bool> _quiet = new("--quiet") { Description = "Print no reports, only errors." };
    private readonly Option<string?> _failOn = new("--fail-on")
    {
        Description =
            "Exit code 3 if a file has this verdict or a stronger one (suspected, possible, confirmed), 4 if none has but one is inconclusive.",
        HelpName = string.Join('|', Verdicts.Keys),
    };

    public OutputOptions()
    {
        _format.AcceptOnlyFromAmong(Formats);
        _failOn.AcceptOnlyFromAmong([.. Verdicts.Keys]);
    }

    public IEnumerable<Option> All => [_format, _json, _quiet, _failOn];

    /// <summary>Reports two formats at once as a usage error.</summary>
    public void Check(CommandResult result)
    {
        if (result.GetValue(_json) && result.GetResult(_format) is { Implicit: false, Tokens: [{ Value: not Json }] })
        {
            result.AddError("--json and --format ask for two formats.");
        }
    }

    public bool IsQuiet(ParseResult result) => result.GetValue(_quiet);

    /// <summary>Whether text for people is printed.</summary>
    public bool IsText(ParseResult result) => !IsQuiet(result) && FormatOf(result) == Text;

    /// <param name="text">Creates the output for people.</param>
    public IReportOutput OutputOf(ParseResult result, Func<IReportOutput> text)
    {
        var writer = result.InvocationConfiguration.Output;
        return IsQuiet(result) ? new QuietOutput() : FormatOf(result) switch
        {
            Json => new JsonOutput(writer),
            Csv => new CsvOutput(writer),
            _ => text(),
        };
    }

    public ExitStatus StatusOf(ParseResult result) => new(result.GetValue(_failOn) is { } verdict ? Verdicts[verdict] : null);

    private string FormatOf(ParseResult result) => result.GetValue(_json) ? Json : result.GetRequiredValue(_format);
}
