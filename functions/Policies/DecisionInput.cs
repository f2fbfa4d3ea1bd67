using System.Text.Json.Serialization;
using AiLabels;
using Serverless.Cases;

namespace Serverless.Policies;

/// <summary>What a policy may look at.</summary>
public sealed record DecisionInput(LabelSummary Labels, ExplicitLabel ExplicitLabel, Declaration Declaration);

/// <summary>The label that viewers see, GB 45438-2025 section 5.4.</summary>
[JsonConverter(typeof(CamelCase<ExplicitLabel>))]
public enum ExplicitLabel
{
    /// <summary>Nobody has looked at the picture: nothing may be concluded.</summary>
    NotChecked,

    Missing,

    /// <summary>There, but smaller or shorter than the standard demands.</summary>
    Undersized,

    Present,
}
