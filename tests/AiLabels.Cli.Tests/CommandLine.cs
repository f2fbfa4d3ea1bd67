using System.CommandLine;

namespace AiLabels.Cli.Tests;

/// <summary>Output and exit code of one run of the command.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLine> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await AiLabelsCommand.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }
}
