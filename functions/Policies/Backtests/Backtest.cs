using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies.Backtests;

/// <summary>A policy held against what was decided before: what it is asked, how far it has come, and what it found.</summary>
public sealed record Backtest
{
    public int SchemaVersion { get; init; } = 1;

    public required string BacktestId { get; init; }

    public required BacktestState State { get; init; }

    /// <summary>The policy that past cases are decided by again.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>Whether the policy was sent with the request, rather than loaded.</summary>
    public required bool Candidate { get; init; }

    public required BacktestScope Scope { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required string RequestedBy { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Why it ended without a result.</summary>
    public string? Failure { get; init; }

    public BacktestResult Result { get; init; } = new();
}

/// <param name="From">Cases decided at this time or later.</param>
/// <param name="To">Cases decided before this time.</param>
/// <param name="Limit">At most so many cases are looked at. Their ids are hashes, so that fewer than all are a fair sample.</param>
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
