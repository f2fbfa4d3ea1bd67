namespace AiLabels.Cli.Inspect;

/// <summary>Writes one JSON object per line.</summary>
internal sealed class JsonOutput(TextWriter writer) : IReportOutput
{
    public void Write(InspectedFile file) => writer.Write($"{JsonLine.Of(file)}\n");

    public void End()
    {
    }
}
