using System.CommandLine;
using AiLabels.Cli.Files;
using AiLabels.Cli.Terminal;

namespace AiLabels.Cli;

/// <summary>Completes arguments without a command: <c>ailabels FILE</c> is <c>ailabels inspect FILE</c>.</summary>
internal static class DefaultCommand
{
    public const string Name = "inspect";

    public static IReadOnlyList<string> Complete(Command root, IReadOnlyList<string> arguments) =>
        arguments is not [var first, ..] || IsCommand(root, first) || IsOption(root, first) ? arguments : [Name, .. arguments];

    /// <summary>Returns what is wrong with a first word that is neither a command nor like a file; null if nothing is.</summary>
    public static string? Mistake(Command root, IReadOnlyList<string> arguments) =>
        arguments is not [var first, ..] || IsCommand(root, first) || first.StartsWith('-') || IsLikeFile(first)
            ? null
            : $"There is no command '{first}', and no file of that name.{Suggestion.Among(first, root.Subcommands.Where(IsShown))}";

    private static bool IsCommand(Command root, string word) => root.Subcommands.Any(command => command.Name == word);

    private static bool IsOption(Command root, string word) =>
        root.Options.Any(option => option.Name == word || option.Aliases.Contains(word));

    private static bool IsShown(Command command) => !command.Hidden;

    /// <summary>A path, a pattern or a name with an extension is meant as a file, even if there is none.</summary>
    private static bool IsLikeFile(string word) =>
        Path.Exists(word) || Glob.IsPattern(word)
            || word.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar, '.');
}
