using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Inspect;

/// <summary>Writes one line of text for each file.</summary>
internal sealed class LineOutput(IAnsiConsole console) : IReportOutput
{
    public void Write(InspectedFile file)
    {
        if (file is { Report: { } report, Failure: null })
        {
            var generator = report.Generator is { } name ? $", {name}" : "";
            console.Write(new Paragraph(Visible.Text($"{file.Path}: "))
                .Append(CamelCase.Name(report.Origin), Styles.Of(report.Origin))
                .Append(Visible.Text($"{generator}; credentials {CredentialSummary.Of(report.Credentials)}"))
                .Append("\n"));
        }
    }

    public void End()
    {
    }
}
