namespace AiLabels.Cli.Files;

/// <summary>Resolves arguments to files: files, folders, and patterns that the shell has not expanded.</summary>
internal static class FileSelection
{
    private static readonly FileFailure NoMatch =
        new("no file matches this pattern", "check it; * and ? match part of a name, ** matches folders");
    private static readonly FileFailure NoVideo =
        new("there is no video in this folder", "name the files one by one if their names do not look like videos");

    /// <summary>Returns the files in the order of the arguments; within folders and patterns by name.</summary>
    public static IEnumerable<SelectedFile> Of(IEnumerable<string> arguments) => arguments.SelectMany(Of);

    /// <summary>An argument with a star is a file name if such a file exists, otherwise a pattern.</summary>
    private static IEnumerable<SelectedFile> Of(string argument)
    {
        if (!Glob.IsPattern(argument) || Path.Exists(argument))
        {
            return At(argument);
        }

        var matches = Glob.Expand(argument);
        return matches.Count > 0 ? matches.SelectMany(At) : [new(argument, NoMatch)];
    }

    private static IEnumerable<SelectedFile> At(string path) =>
        Directory.Exists(path) ? VideoFolder.Files(path).DefaultIfEmpty(new(path, NoVideo)) : [new(path)];
}
