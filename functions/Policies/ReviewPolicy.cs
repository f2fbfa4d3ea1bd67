using System.Text.Json.Serialization;
using AiLabels;

namespace Serverless.Policies;

/// <summary>How long a quarantined video waits, counted from its quarantine, and what moderators may give as reasons.</summary>
public sealed record ReviewPolicy
{
    public required TimeSpan RemindAfter { get; init; }

    /// <summary>Not before <see cref="RemindAfter"/>.</summary>
    public required TimeSpan EscalateAfter { get; init; }

    /// <summary>Not before <see cref="EscalateAfter"/>.</summary>
    public required TimeSpan ExpireAfter { get; init; }

    public required ExpiryAction OnExpiry { get; init; }

    public required IReadOnlyList<ReasonCode> ApproveReasons { get; init; }

    public required IReadOnlyList<ReasonCode> RejectReasons { get; init; }
}

[JsonConverter(typeof(CamelCase<ExpiryAction>))]
public enum ExpiryAction
{
    /// <summary>The video is rejected.</summary>
    Reject,

    /// <summary>The video stays in quarantine, and a moderator may still decide.</summary>
    Keep,
}

/// <param name="Code">Stable identifier, such as <c>label-verified</c>.</param>
/// <param name="Title">For people.</param>
public sealed record ReasonCode(string Code, string Title);
