using VideoGate.Cases;
using VideoGate.Reporting.Statements;

namespace VideoGate.Review.Api;

/// <summary>What a decision would lead to.</summary>
/// <param name="Held">Whether a second person would have to confirm it.</param>
/// <param name="Statement">The statement of reasons that the uploader would read.</param>
/// <param name="Label">The labels that the published copy would get, ordered or asked for by the laws; null for none.</param>
internal sealed record DecisionPreview(bool Held, Statement Statement, LabelOrder? Label);
