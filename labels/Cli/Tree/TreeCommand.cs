using System.CommandLine;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Tree;

/// <summary><c>ailabels tree FILE</c></summary>
internal sealed class TreeCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "A video file." };

    public TreeCommand()
        : base("tree", $"Show the boxes, elements, chunks, objects or streams of a video file.\n\n{ExitCode.Help}")
    {
        Add(_file);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var consoles = Consoles.Of(result.InvocationConfiguration);
        var path = result.GetRequiredValue(_file);
        try
        {
            using var source = VideoFile.Open(path);
            var tree = await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadTreeAsync(source, cancellation);
            new TreeView(consoles.Output, source.Length).Write(tree);
            return ExitCode.Done;
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            consoles.Error.WriteLine(Visible.Text($"ailabels: {path}: {FileFailure.Of(e)}"), Styles.Bad);
            return ExitCode.SomeFileFailed;
        }
    }
}
