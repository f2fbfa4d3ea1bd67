using VideoGate.Reporting.Statements;

namespace VideoGate.Review.Api;

/// <summary>What a decision would lead to.</summary>
/// <param name="Held">Whether a second person would have to confirm it.</param>
/// <param name="Statement">The statement of reasons that the uploader would read.</param>
internal sealed record DecisionPreview(bool Held, Statement Statement);
