using Serverless.Cases;

namespace Serverless.Review;

/// <summary>A case as a moderator needs it.</summary>
/// <param name="ReasonCodes">What a decision may give as its reason, by the case's policy.</param>
internal sealed record ReviewCase(CaseView Case, IReadOnlyList<string> ReasonCodes);
