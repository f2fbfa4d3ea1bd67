namespace AiLabels.Cli.Inspect;

/// <summary>Writes nothing: the exit code says it all.</summary>
internal sealed class QuietOutput : IReportOutput
{
    public void Write(InspectedFile file)
    {
    }

    public void End()
    {
    }
}
