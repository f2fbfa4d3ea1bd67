using System.CommandLine;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Label;

/// <summary><c>ailabels label IN OUT</c></summary>
internal sealed class LabelCommand : DetailedCommand
{
    private const string Help = """
        Only metadata is rewritten. A label is never removed; it is replaced only on request, and never by a weaker one.

        Exit codes:
          0    OUT is written
          1    OUT is not written: the file cannot take the label, or could not be read or written
          2    usage error; nothing was read
          130  interrupted; OUT is not written
        """;

    private readonly Argument<string> _input = new("IN")
    {
        Description = "A video in MP4, MOV, MKV, WebM, AVI or FLV; - is standard input.",
    };

    private readonly Argument<string> _output = new("OUT") { Description = "Path of the labelled copy. It is created only when complete." };
    private readonly LabelOptions _label = new();
    private readonly Option<bool> _replace = new("--replace") { Description = "Replace the labels that IN carries." };
    private readonly Option<bool> _force = new("--force") { Description = "Overwrite OUT if it exists. IN is never overwritten." };

    public LabelCommand()
        : base("label", "Write a copy of a video that carries an AIGC label after GB 45438-2025 annex E.", Help)
    {
        Add(_input);
        Add(_output);
        foreach (var option in _label.All)
        {
            Add(option);
        }

        Add(_replace);
        Add(_force);
        Validators.Add(_label.Check);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var consoles = Consoles.Of(result.InvocationConfiguration);
        var (input, output) = (result.GetRequiredValue(_input), result.GetRequiredValue(_output));
        var file = new OutputFile(output, result.GetValue(_force));
        if (file.Obstacle(input) is { } obstacle)
        {
            return Fail(consoles, output, obstacle);
        }

        try
        {
            using var source = await VideoFile.OpenAsync(input, cancellation);
            var writer = new LabelWriter(new LabelWriterOptions { Replace = result.GetValue(_replace) }, TimeProvider.System);
            var outcome = await ByteProgress.ShowAsync(consoles.Error, source.Length, progress => file.WriteAsync(
                async stream => await writer.WriteAsync(source, stream, _label.Of(result), progress, cancellation),
                static outcome => outcome.IsWritten));
            return outcome.IsWritten ? Done(consoles, output, outcome) : Fail(consoles, input, outcome.Message!);
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            return Fail(consoles, input, FileFailure.Of(e).ToString());
        }
    }

    private static int Done(Consoles consoles, string path, WriteOutcome outcome)
    {
        var label = outcome.Label!;
        var replaced = outcome.Replaced switch { 0 => "", 1 => " in place of another", var count => $" in place of {count} others" };
        consoles.Output.WriteLine(
            Visible.Text($"{path}: label {label.Details["Label"]} written to {label.Source.Path} at byte {label.Source.Offset}{replaced}"),
            Styles.Good);
        foreach (var warning in outcome.Warnings)
        {
            consoles.Error.WriteLine(Visible.Text($"ailabels: {path}: {warning.Message}"), Styles.Doubtful);
        }

        return ExitCode.Done;
    }

    private static int Fail(Consoles consoles, string path, string why)
    {
        consoles.Fail(path, why);
        return ExitCode.SomeFileFailed;
    }
}
