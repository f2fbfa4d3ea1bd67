namespace VideoGate.Cases.Api;

/// <summary>The newest cases related to a case.</summary>
/// <param name="SameContent">Cases with the same fingerprint: length and three samples of the bytes.</param>
internal sealed record RelatedCaseLists(IReadOnlyList<RelatedCase> SameUploader, IReadOnlyList<RelatedCase> SameContent);
