using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AiLabels.Cli.Completion;
using AiLabels.Cli.Gate;
using AiLabels.Cli.Inspect;
using AiLabels.Cli.Label;
using AiLabels.Cli.Terminal;
using AiLabels.Cli.Tree;
using AiLabels.Cli.Watch;

namespace AiLabels.Cli;

/// <summary>The root command: its subcommands and exit codes.</summary>
internal static class AiLabelsCommand
{
    private const string Description =
        "Reads AI labels and content credentials in video files: GB 45438 AIGC metadata, C2PA, IPTC, and the traces of generators. Without a command, files are inspected: 'ailabels FILE' is 'ailabels inspect FILE'.";

    /// <summary>An argument such as @list is a file, not a file of arguments: names come from others.</summary>
    private static readonly ParserConfiguration Parsing = new() { ResponseFileTokenReplacer = null };

    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, InvocationConfiguration invocation, CancellationToken cancellation = default)
    {
        var root = Create();
        if (DefaultCommand.Mistake(root, arguments) is { } mistake)
        {
            return Refuse(invocation, [mistake], root.Name);
        }

        var result = root.Parse(DefaultCommand.Complete(root, arguments), Parsing);
        if (result.Action is ParseErrorAction)
        {
            var hints = result.UnmatchedTokens.Select(token => Suggestion.Among(token, result.CommandResult.Command.Options))
                .Where(static hint => hint.Length > 0);
            return Refuse(
                invocation, [.. result.Errors.Select(static error => error.Message), .. hints],
                string.Join(' ', Names(result.CommandResult)));
        }

        try
        {
            return await result.InvokeAsync(invocation, cancellation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Creates a <see cref="Command"/>, because <see cref="RootCommand"/> takes its name from the assembly.</summary>
    public static DetailedCommand Create() => new("ailabels", Description, ExitCode.ReportHelp)
    {
        new HelpOption { Action = new DetailedHelp() },
        new VersionOption(),
        new InspectCommand(),
        new WatchCommand(),
        new TreeCommand(),
        new LabelCommand(),
        new GateCommand(),
        new SchemaCommand(),
        new CompletionCommand(),
        new CompleteCommand(),
    };

    private static int Refuse(InvocationConfiguration invocation, IEnumerable<string> reasons, string command)
    {
        foreach (var reason in reasons)
        {
            invocation.Error.WriteLine(Visible.Text($"ailabels: {reason.TrimStart()}"));
        }

        invocation.Error.WriteLine($"Try: {command} --help");
        return ExitCode.WrongUsage;
    }

    private static IEnumerable<string> Names(SymbolResult? result) =>
        result is CommandResult command ? [.. Names(command.Parent), command.Command.Name] : [];
}
