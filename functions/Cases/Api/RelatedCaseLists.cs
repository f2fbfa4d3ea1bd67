namespace VideoGate.Cases.Api;

/// <summary>The newest other cases that share something with one.</summary>
/// <param name="SameContent">About the same bytes, as far as their length and three parts of them tell.</param>
internal sealed record RelatedCaseLists(IReadOnlyList<RelatedCase> SameUploader, IReadOnlyList<RelatedCase> SameContent);
