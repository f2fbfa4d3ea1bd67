using System.ComponentModel.DataAnnotations;

namespace VideoGate.Reevaluation;

/// <summary>Settings of the application of backtests.</summary>
public sealed class ReevaluationOptions
{
    public const string Section = "Reevaluation";

    /// <summary>Maximum number of cases that the application of a backtest changes in a minute.</summary>
    [Range(1, 6000)]
    public int CasesPerMinute { get; set; } = 60;
}
