using System.CommandLine;

namespace AiLabels.Cli.Completion;

/// <summary><c>ailabels complete -- WORD…</c>, which the scripts of <see cref="CompletionCommand"/> call.</summary>
internal sealed class CompleteCommand : Command
{
    private readonly Argument<string[]> _words = new("WORD") { Arity = ArgumentArity.ZeroOrMore };

    public CompleteCommand()
        : base("complete", "Print what may stand in place of the last word.")
    {
        Hidden = true;
        Add(_words);
        SetAction(result =>
        {
            foreach (var candidate in Candidates.Of(result.RootCommandResult.Command, result.GetValue(_words) ?? []))
            {
                result.InvocationConfiguration.Output.Write($"{candidate}\n");
            }
        });
    }
}
