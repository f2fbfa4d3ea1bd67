using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Policies.Backtests;

/// <summary>The application of a backtest: past cases are decided again by the policies in force.</summary>
public sealed record BacktestApplication
{
    public required BacktestApplicationState State { get; init; }

    /// <summary>Whether published videos that the policies now quarantine leave the published ones; false reviews them in place.</summary>
    public required bool Quarantine { get; init; }

    /// <summary>Subject of the token of the person who had the backtest applied.</summary>
    public required string RequestedBy { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>Why the application ended early.</summary>
    public string? Failure { get; init; }

    /// <summary>Number of cases read.</summary>
    public int Seen { get; init; }

    /// <summary>Cases by what was done about them.</summary>
    public IReadOnlyDictionary<string, int> Effects { get => field ?? new Dictionary<string, int>(); init; }
}

[JsonConverter(typeof(CamelCase<BacktestApplicationState>))]
public enum BacktestApplicationState
{
    Applying,
    Applied,
    Failed,
}
