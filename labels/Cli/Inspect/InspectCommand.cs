using System.CommandLine;
using System.CommandLine.Parsing;
using AiLabels.Cli.Files;

namespace AiLabels.Cli.Inspect;

/// <summary><c>ailabels inspect FILE…</c></summary>
internal sealed class InspectCommand : Command
{
    private readonly Argument<string[]> _files = new("FILE") { Description = "Video files.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object a line and nothing else." };

    public InspectCommand()
        : base("inspect", "Report what says AI in video files, who signed them, and whether they are intact.")
    {
        _files.Validators.Add(RefuseUnknownOptions);
        Add(_files);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var reader = new LabelReader(new LabelReaderOptions(), TimeProvider.System);
        var (output, error) = (result.InvocationConfiguration.Output, result.InvocationConfiguration.Error);
        var code = ExitCode.Done;
        foreach (var path in result.GetRequiredValue(_files))
        {
            var file = await InspectedFile.ReadAsync(new SelectedFile(path), reader, cancellation);
            output.WriteLine(JsonLine.Of(file));
            if (file.Failure is { } failure)
            {
                error.WriteLine($"ailabels: {path}: {failure}");
                code = ExitCode.SomeFileFailed;
            }
        }

        return code;
    }

    /// <summary>What looks like an option and is no file is a mistyped option.</summary>
    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith('-') && !File.Exists(token.Value)))
        {
            result.AddError($"Unknown option '{token.Value}'.");
        }
    }
}
