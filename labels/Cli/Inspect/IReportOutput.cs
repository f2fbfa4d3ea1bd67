namespace AiLabels.Cli.Inspect;

/// <summary>Output of reports: text for people or JSON for scripts.</summary>
internal interface IReportOutput
{
    void Write(InspectedFile file);

    /// <summary>Writes the end of the output, after the last file.</summary>
    void End();
}
