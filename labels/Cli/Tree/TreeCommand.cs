using System.CommandLine;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;

namespace AiLabels.Cli.Tree;

/// <summary><c>ailabels tree FILE</c></summary>
internal sealed class TreeCommand : DetailedCommand
{
    private readonly Argument<string> _file = new("FILE") { Description = "A video file; - is standard input." };

    public TreeCommand()
        : base("tree", "Show the boxes, elements, chunks, objects or streams of a video file.", ExitCode.Help)
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
            using var source = await VideoFile.OpenAsync(path, cancellation);
            var tree = await new LabelReader().ReadTreeAsync(source, cancellation);
            if (FileFailure.Of(tree.Format, source.Length) is { } failure)
            {
                consoles.Fail(path, failure);
                return ExitCode.SomeFileFailed;
            }

            new TreeView(consoles.Output, source.Length).Write(tree);
            return ExitCode.Done;
        }
        catch (Exception e) when (FileFailure.IsCausedBy(e))
        {
            consoles.Fail(path, FileFailure.Of(e));
            return ExitCode.SomeFileFailed;
        }
    }
}
