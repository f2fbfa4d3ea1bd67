namespace VideoGate.Cases.Api;

/// <param name="Name">Blob name. Untrusted text.</param>
/// <param name="Reason">Reason code of the policy's decision.</param>
internal sealed record RelatedCase(string CaseId, CaseState State, string Name, DateTimeOffset OpenedAt, string? Reason)
{
    public static RelatedCase Of(ModerationCase shown) =>
        new(shown.CaseId, shown.State, shown.Upload.Name, shown.OpenedAt, shown.QuarantineReason);
}
