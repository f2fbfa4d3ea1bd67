namespace AiLabels.Cli.Files;

/// <summary>The files that arguments mean: files, folders, patterns that the shell has not expanded, and standard input.</summary>
/// <param name="Files">In the order of the arguments; within folders and patterns by name.</param>
/// <param name="PassedOver">What folders hold besides.</param>
internal sealed record FileSelection(IReadOnlyList<SelectedFile> Files, IReadOnlyList<PassedOver> PassedOver)
{
    private static readonly FileFailure NoMatch =
        new("no file matches this pattern", "check it; * and ? match part of a name, ** matches folders");
    private static readonly FileFailure NoVideo =
        new("there is no video in this folder", "name the files one by one if their names do not look like videos");

    public static FileSelection Of(IEnumerable<string> arguments)
    {
        var passedOver = new List<PassedOver>();
        return new([.. arguments.SelectMany(argument => Of(argument, passedOver))], passedOver);
    }

    /// <summary>An argument with a star is a file name if such a file exists, otherwise a pattern.</summary>
    private static IEnumerable<SelectedFile> Of(string argument, List<PassedOver> passedOver)
    {
        if (!Glob.IsPattern(argument) || Path.Exists(argument))
        {
            return At(argument, passedOver);
        }

        var matches = Glob.Expand(argument);
        return matches.Count > 0 ? matches.SelectMany(path => At(path, passedOver)) : [new(argument, NoMatch)];
    }

    private static IEnumerable<SelectedFile> At(string path, List<PassedOver> passedOver) => Directory.Exists(path)
        ? VideoFolder.Files(path, passedOver.Add).DefaultIfEmpty(new(path, NoVideo))
        : [new(path)];
}
