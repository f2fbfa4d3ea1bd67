using System.CommandLine;
using System.Text;
using AiLabels.Cli;

// JSON is UTF-8, and labels are Chinese, whatever the locale of the shell.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await AiLabelsCommand.RunAsync(args, new InvocationConfiguration { EnableDefaultExceptionHandler = false });
