using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using AiLabels.Cli;

// JSON is UTF-8, and labels are Chinese, whatever the locale of the shell.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// The first Ctrl-C asks the command to end, the second ends the process.
using var interruption = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
return await AiLabelsCommand.RunAsync(args, invocation, interruption.Token);

void Interrupt(PosixSignalContext signal)
{
    signal.Cancel = !interruption.IsCancellationRequested;
    interruption.Cancel();
}
