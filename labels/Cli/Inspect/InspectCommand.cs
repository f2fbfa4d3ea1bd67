using System.CommandLine;
using System.CommandLine.Parsing;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;
using Spectre.Console;

namespace AiLabels.Cli.Inspect;

/// <summary><c>ailabels inspect FILE…</c></summary>
internal sealed class InspectCommand : DetailedCommand
{
    private const int MaxThreads = 256;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = """
            Video files, folders and patterns, such as 'uploads/**/*.mp4'; - is standard input. In a folder and the folders in it, files
            named like videos are read, and files without extension that begin like one.
            """,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly OutputOptions _output = new();
    private readonly MediaOptions _media = new();
    private readonly ReaderOptions _reader = new();
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Number of files read in parallel.",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
    };

    public InspectCommand()
        : base(
            DefaultCommand.Name, "Report AI labels in video files, who signed them, and whether they are intact.", ExitCode.ReportHelp)
    {
        _files.Validators.Add(RefuseUnknownOptions);
        _threads.Validators.Add(ReaderOptions.UpTo(MaxThreads));
        Validators.Add(_output.Check);
        Add(_files);
        foreach (var option in (Option[])[.. _output.All, .. _media.All, .. _reader.All, _threads])
        {
            Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var options = _reader.Of(result);
        var consoles = Consoles.Of(result.InvocationConfiguration);
        var output = _output.OutputOf(result, () => new TextOutput(consoles.Output, hasAnchors: options.SignerAnchors.Count > 0));
        var status = _output.StatusOf(result);
        var (files, passedOver) = FileSelection.Of(result.GetRequiredValue(_files));
        if (!_output.IsQuiet(result))
        {
            consoles.Note(PassedOver.Describe(passedOver));
        }

        var reader = new FileReader(new LabelReader(options), _media.ReaderOf(result));
        var reading = InspectedFiles.ReadAsync(files.ToAsyncEnumerable(), reader, result.GetValue(_threads), cancellation);

        // Lines for scripts on the same terminal would break the bar, and already show progress.
        var showsProgress = files.Count > 1 && consoles.Error.Profile.Capabilities.Ansi
            && (_output.IsText(result) || !Consoles.IsTerminal(consoles.Output));
        await ProgressBar.FollowAsync(showsProgress ? consoles.Error : null, files.Count, reading, Report);
        output.End();
        return status.Code;

        void Report(InspectedFile file)
        {
            output.Write(file);
            status.Add(file);
            if (file.Failure is { } failure)
            {
                consoles.Fail(file.Path, failure);
            }
        }
    }

    /// <summary>Rejects an argument that begins like an option and is not a file as a mistyped option.</summary>
    private void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Select(static token => token.Value))
        {
            if (token.StartsWith('-') && token != StandardInput.Name && !Path.Exists(token))
            {
                result.AddError($"Unknown option '{token}'.{Suggestion.Among(token, Options)}");
            }
        }
    }
}
