using Serverless.Cases;

namespace Serverless.Moderation;

/// <summary>What reading the labels came to: a summary, a failure, or an upload that is not there any more.</summary>
public sealed record Inspection
{
    public LabelSummary? Labels { get; init; }

    public string? Failure { get; init; }

    /// <summary>The upload was replaced or removed in the meantime.</summary>
    public bool Superseded { get; init; }

    public static Inspection Failed(string failure) => new() { Failure = failure };
}

/// <summary>A case and the request that opened it.</summary>
public sealed record CaseRequest(string CaseId, ModerationRequest Request);

/// <summary>Everything that the decision rests on.</summary>
public sealed record DecideInput(string CaseId, Inspection Inspection);
