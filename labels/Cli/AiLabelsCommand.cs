using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using AiLabels.Cli.Inspect;
using AiLabels.Cli.Label;
using AiLabels.Cli.Terminal;
using AiLabels.Cli.Tree;

namespace AiLabels.Cli;

/// <summary>The root command: its subcommands and exit codes.</summary>
internal static class AiLabelsCommand
{
    private static readonly string Description = $"""
        Reads AI labels and content credentials in video files: GB 45438 AIGC metadata, C2PA, IPTC, and the traces of generators.

        {ExitCode.Help}
        """;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, InvocationConfiguration invocation)
    {
        var result = Create().Parse(arguments);
        if (result.Action is ParseErrorAction)
        {
            foreach (var error in result.Errors)
            {
                invocation.Error.WriteLine(Visible.Text($"ailabels: {error.Message}"));
            }

            invocation.Error.WriteLine($"Try: {string.Join(' ', Names(result.CommandResult))} --help");
            return ExitCode.WrongUsage;
        }

        try
        {
            return await result.InvokeAsync(invocation);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
    }

    /// <summary>Creates a <see cref="Command"/>, because <see cref="RootCommand"/> takes its name from the assembly.</summary>
    private static Command Create() => new("ailabels", Description)
    {
        new HelpOption(),
        new VersionOption(),
        new InspectCommand(),
        new TreeCommand(),
        new LabelCommand(),
        new SchemaCommand(),
    };

    private static IEnumerable<string> Names(SymbolResult? result) =>
        result is CommandResult command ? [.. Names(command.Parent), command.Command.Name] : [];
}
