using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace AiLabels.Cli.Terminal;

/// <summary>Shows the help of a command, and its details after it.</summary>
internal sealed class DetailedHelp : SynchronousCommandLineAction
{
    private readonly HelpAction _help = new();

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DetailedCommand { Details: var details })
        {
            parseResult.InvocationConfiguration.Output.Write($"{details}\n");
        }

        return code;
    }
}
