using System.CommandLine;
using System.Diagnostics;

namespace AiLabels.Cli.Tests;

/// <summary>Output and exit code of one run of the command.</summary>
internal sealed record CommandLine(int ExitCode, string Output, string Error)
{
    /// <summary>The command as a program, which <c>dotnet</c> runs.</summary>
    public static string Assembly { get; } = Path.Combine(AppContext.BaseDirectory, "AiLabels.Cli.dll");

    public static async Task<CommandLine> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await AiLabelsCommand.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs a program as a process, such as the command itself.</summary>
    /// <param name="input">Its standard input, through a pipe.</param>
    public static async Task<CommandLine> RunProcessAsync(string program, IEnumerable<string> arguments, byte[]? input = null)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ends without reading all of its input.
        }

        await process.WaitForExitAsync();
        return new(process.ExitCode, await output, await error);
    }
}
