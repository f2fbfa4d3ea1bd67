using System.CommandLine;
using AiLabels.Reports;

namespace AiLabels.Cli;

/// <summary><c>ailabels schema</c></summary>
internal sealed class SchemaCommand : Command
{
    public SchemaCommand()
        : base("schema", "Print the JSON schema of label reports, as the library writes and the workflow stores them.") =>
        SetAction(static result => result.InvocationConfiguration.Output.Write(LabelReportSchema.Read()));
}
