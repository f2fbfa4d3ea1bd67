using Serverless.Cases;
using Serverless.Policies;
using Serverless.Publishing.Labelling;

namespace Serverless.Review;

/// <summary>A case as a moderator needs it.</summary>
/// <param name="ApproveReasons">What an approval may give as its reason, by the case's policy.</param>
/// <param name="RejectReasons">The same for a rejection.</param>
/// <param name="LabelOptions">What an approval with label may order; null once the case is closed.</param>
internal sealed record ReviewCase(
    CaseView Case, IReadOnlyList<ReasonCode> ApproveReasons, IReadOnlyList<ReasonCode> RejectReasons, LabelOptions? LabelOptions = null);
