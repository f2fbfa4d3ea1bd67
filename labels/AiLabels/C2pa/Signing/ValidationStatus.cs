namespace AiLabels.C2pa.Signing;

/// <summary>One result of validating a manifest (C2PA 2.2, section 15.2.2).</summary>
/// <param name="Code">Standard status code.</param>
/// <param name="Url">Absolute JUMBF URI of what it is about.</param>
internal sealed record ValidationStatus(StatusKind Kind, string Code, string Url)
{
    public CborMap ToMap() => new() { ["code"] = Code, ["url"] = Url };

    /// <summary>A status-codes-map (section 18.15.12.4.3).</summary>
    public static CborMap ToMap(IReadOnlyList<ValidationStatus> all) => new()
    {
        ["success"] = Of(all, StatusKind.Success),
        ["informational"] = Of(all, StatusKind.Informational),
        ["failure"] = Of(all, StatusKind.Failure),
    };

    private static IEnumerable<CborMap> Of(IReadOnlyList<ValidationStatus> all, StatusKind kind) =>
        all.Where(status => status.Kind == kind).Select(static status => status.ToMap());
}
