using System.CommandLine;
using System.CommandLine.Parsing;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;
using Spectre.Console;

namespace AiLabels.Cli.Inspect;

/// <summary><c>ailabels inspect FILE…</c></summary>
internal sealed class InspectCommand : Command
{
    private const int MaxThreads = 256;

    private readonly Argument<string[]> _files = new("FILE")
    {
        Description = """
            Video files, folders and patterns, such as 'uploads/**/*.mp4'. In a folder and the folders in it, files named like
            videos are read, and files without extension that begin like one.
            """,
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object per line for each file, and nothing else." };
    private readonly Option<bool> _pixels = new("--pixels")
    {
        Description =
            "Analyze the picture too: detect visible labels and count them. Requires ffmpeg and tesseract; takes seconds per file.",
    };

    private readonly Option<bool> _audio = new("--audio")
    {
        Description = "Detect the audio label too, AI in Morse (.- ..), in the first and last 30 s, and count it. Requires ffmpeg.",
    };

    private readonly ReaderOptions _reader = new();
    private readonly Option<int> _threads = new("--threads")
    {
        Description = "Files read at a time.",
        HelpName = "N",
        DefaultValueFactory = static _ => Environment.ProcessorCount,
    };

    public InspectCommand()
        : base("inspect", $"Report AI labels in video files, who signed them, and whether they are intact.\n\n{ExitCode.Help}")
    {
        _files.Validators.Add(RefuseUnknownOptions);
        _pixels.Validators.Add(static result => RefuseMissingPrograms(result, pictures: true));
        _audio.Validators.Add(static result => RefuseMissingPrograms(result, pictures: false));
        _threads.Validators.Add(ReaderOptions.UpTo(MaxThreads));
        Add(_files);
        Add(_json);
        Add(_pixels);
        Add(_audio);
        foreach (var option in _reader.All)
        {
            Add(option);
        }

        Add(_threads);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var options = _reader.Of(result);
        var consoles = Consoles.Of(result.InvocationConfiguration);
        var isJson = result.GetValue(_json);
        IReportOutput output = isJson
            ? new JsonOutput(result.InvocationConfiguration.Output)
            : new TextOutput(consoles.Output, hasAnchors: options.SignerAnchors.Count > 0);
        var files = FileSelection.Of(result.GetRequiredValue(_files)).ToList();
        var reader = new FileReader(
            new LabelReader(options, TimeProvider.System), MediaReader.For(result.GetValue(_pixels), result.GetValue(_audio)));
        var reading = InspectedFiles.ReadAsync(files, reader, result.GetValue(_threads), cancellation);
        var code = ExitCode.Done;

        // JSON lines on the same terminal would break the bar, and already show progress.
        var showsProgress =
            files.Count > 1 && consoles.Error.Profile.Capabilities.Ansi && !(isJson && Consoles.IsTerminal(consoles.Output));
        await ProgressBar.FollowAsync(showsProgress ? consoles.Error : null, files.Count, reading, Report);
        output.End();
        return code;

        void Report(InspectedFile file)
        {
            output.Write(file);
            if (file.Failure is { } failure)
            {
                consoles.Error.WriteLine(Visible.Text($"ailabels: {file.Path}: {failure}"), Styles.Bad);
                code = ExitCode.SomeFileFailed;
            }
        }
    }

    private static void RefuseMissingPrograms(OptionResult result, bool pictures)
    {
        if (string.Join(", ", MediaReader.Missing(pictures)) is { Length: > 0 } missing)
        {
            var packages = pictures ? "ffmpeg tesseract-ocr tesseract-ocr-chi-sim tesseract-ocr-chi-tra util-linux" : "ffmpeg util-linux";
            result.AddError($"{result.Option.Name} requires {missing}, which is not installed: apt-get install {packages}");
        }
    }

    /// <summary>Rejects an argument that begins like an option and is not a file as a mistyped option.</summary>
    private static void RefuseUnknownOptions(ArgumentResult result)
    {
        foreach (var token in result.Tokens.Where(static token => token.Value.StartsWith('-') && !Path.Exists(token.Value)))
        {
            result.AddError($"Unknown option '{token.Value}'.");
        }
    }
}
