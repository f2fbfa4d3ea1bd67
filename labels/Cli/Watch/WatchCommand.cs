using System.CommandLine;
using AiLabels.Cli.Files;
using AiLabels.Cli.Inspect;
using AiLabels.Cli.Terminal;

namespace AiLabels.Cli.Watch;

/// <summary><c>ailabels watch FOLDER</c></summary>
internal sealed class WatchCommand : DetailedCommand
{
    private const int MaxSettle = 3600;

    private readonly Argument<string> _folder = new("FOLDER") { Description = "A folder; the folders in it are watched too." };
    private readonly OutputOptions _output = new();
    private readonly MediaOptions _media = new();
    private readonly ReaderOptions _reader = new();
    private readonly Option<int> _settle = new("--settle")
    {
        Description = "Seconds that a file must stay unchanged before it is read.",
        HelpName = "SECONDS",
        DefaultValueFactory = static _ => 2,
    };

    public WatchCommand()
        : base(
            "watch",
            "Report each video in a folder in one line as soon as it is complete, and each that arrives later, until Ctrl-C.",
            $"""
            A file that changes later is reported again. After Ctrl-C the exit code is that of the files so far.

            {ExitCode.ReportHelp}
            """)
    {
        _settle.Validators.Add(ReaderOptions.UpTo(MaxSettle));
        Validators.Add(_output.Check);
        Add(_folder);
        foreach (var option in (Option[])[.. _output.All, .. _media.All, .. _reader.All, _settle])
        {
            Add(option);
        }

        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var consoles = Consoles.Of(result.InvocationConfiguration);
        var output = _output.OutputOf(result, () => new LineOutput(consoles.Output));
        var status = _output.StatusOf(result);
        var folder = result.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            consoles.Fail(folder, new FileFailure("there is no such folder", "check the name"));
            return ExitCode.SomeFileFailed;
        }

        var watch = new FolderWatch(folder, TimeSpan.FromSeconds(result.GetValue(_settle)), TimeProvider.System);
        var reader = new FileReader(new LabelReader(_reader.Of(result)), _media.ReaderOf(result));
        try
        {
            var files = watch.WholeFilesAsync(cancellation);
            await foreach (var file in InspectedFiles.ReadAsync(files, reader, Environment.ProcessorCount, cancellation))
            {
                output.Write(file);
                status.Add(file);
                if (file.Failure is { } failure)
                {
                    consoles.Fail(file.Path, failure);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is how it ends.
        }

        output.End();
        return status.Code;
    }
}
