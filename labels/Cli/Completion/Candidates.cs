using System.CommandLine;
using System.CommandLine.Completions;

namespace AiLabels.Cli.Completion;

/// <summary>Finds the words that may stand at a place of a command line. Where a file may stand, shells propose their own.</summary>
internal static class Candidates
{
    /// <param name="words">The words after the name of the program; the last is to be completed, and may be empty.</param>
    /// <returns>Words, each with its description after a tab if it has one.</returns>
    public static IEnumerable<string> Of(Command root, IReadOnlyList<string> words)
    {
        IReadOnlyList<string> before = [.. words.SkipLast(1)];
        var current = words.Count > 0 ? words[^1] : "";
        return At(root, before, current.StartsWith('-')).Where(candidate => candidate.StartsWith(current, StringComparison.Ordinal));
    }

    private static IEnumerable<string> At(Command root, IReadOnlyList<string> before, bool isOption)
    {
        var (named, depth) = Named(root, before);
        var command = named ?? root.Subcommands.First(static command => command.Name == DefaultCommand.Name);
        var option = command.Options.FirstOrDefault(option => before is [.., var last] && option.Name == last);
        if (option is { Arity.MinimumNumberOfValues: > 0 })
        {
            return Values(option);
        }

        return isOption ? Shown(command.Options).Concat(Shown(root.Options)).Select(Describe)
            : before.Count == 0 ? Shown(root.Subcommands).Select(Describe)
            : depth == before.Count && Shown(command.Subcommands).Any() ? Shown(command.Subcommands).Select(Describe)
            : command.Arguments.SelectMany(Values);
    }

    /// <summary>Finds the command that the first words name, and how many they are.</summary>
    private static (Command? Command, int Depth) Named(Command root, IReadOnlyList<string> before)
    {
        var (command, depth) = (root, 0);
        while (depth < before.Count && Shown(command.Subcommands).FirstOrDefault(inner => inner.Name == before[depth]) is { } inner)
        {
            (command, depth) = (inner, depth + 1);
        }

        return (depth == 0 ? null : command, depth);
    }

    private static IEnumerable<T> Shown<T>(IEnumerable<T> symbols)
        where T : Symbol => symbols.Where(static symbol => !symbol.Hidden);

    private static IEnumerable<string> Values(Symbol symbol) =>
        symbol.GetCompletions(CompletionContext.Empty).Select(static item => item.Label);

    private static string Describe(Symbol symbol) => $"{symbol.Name}\t{symbol.Description?.Split('\n')[0]}";
}
