namespace AiLabels.Cli.Inspect;

/// <summary>Where reports go: text for people or JSON for scripts.</summary>
internal interface IReportOutput
{
    void Write(InspectedFile file);

    /// <summary>After the last file.</summary>
    void End();
}
