namespace AiLabels.Reports;

/// <summary>The JSON schema of <see cref="LabelReport"/> as <see cref="LabelJson"/> writes it, for consumers in other languages.</summary>
public static class LabelReportSchema
{
    private const string Resource = "label-report.schema.json";

    /// <returns>A JSON schema, draft 2020-12.</returns>
    public static string Read()
    {
        using var reader = new StreamReader(typeof(LabelReportSchema).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}
