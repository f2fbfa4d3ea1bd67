namespace VideoGate.Cases.Api;

/// <summary>The newest cases related to a case.</summary>
/// <param name="SameContent">Cases with the same fingerprint: length and three samples of the bytes.</param>
/// <param name="FalseDeclarations">Cases of the uploader whose file says AI although no use of AI was declared, the last ones.</param>
/// <param name="Unreadable">Ids of related cases that cannot be read.</param>
internal sealed record RelatedCaseLists(
    IReadOnlyList<RelatedCase> SameUploader, IReadOnlyList<RelatedCase> SameContent, IReadOnlyList<string> Unreadable,
    IReadOnlyList<string> FalseDeclarations);
