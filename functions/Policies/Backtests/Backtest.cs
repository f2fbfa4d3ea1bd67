using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies.Backtests;

/// <summary>A backtest of a policy against past decisions: request, progress and result.</summary>
public sealed record Backtest
{
    public int SchemaVersion { get; init; } = 1;

    public required string BacktestId { get; init; }

    public required BacktestState State { get; init; }

    /// <summary>The policy to evaluate on past cases.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>Whether the policy was sent with the request instead of loaded.</summary>
    public required bool Candidate { get; init; }

    public required BacktestScope Scope { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string RequestedBy { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Why the backtest ended without a result.</summary>
    public string? Failure { get; init; }

    public BacktestResult Result { get; init; } = new();

    /// <summary>Its application to past cases; null if it was not applied.</summary>
    public BacktestApplication? Application { get; init; }
}

/// <param name="From">Cases decided at this time or later.</param>
/// <param name="To">Cases decided before this time.</param>
/// <param name="Limit">Maximum number of cases checked. Case ids are hashes: a part of them is an unbiased sample.</param>
public sealed record BacktestScope(DateTimeOffset? From, DateTimeOffset? To, int Limit)
{
    public bool Admits(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return !(decision.DecidedAt < From) && !(decision.DecidedAt >= To);
    }
}

[JsonConverter(typeof(CamelCase<BacktestState>))]
public enum BacktestState
{
    Accepted,
    Running,
    Completed,
    Failed,
}
