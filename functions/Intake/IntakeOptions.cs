using System.ComponentModel.DataAnnotations;

namespace VideoGate.Intake;

/// <summary>How uploads come in.</summary>
public sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>How long an upload address can be written to.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SasLifetime { get; set; } = TimeSpan.FromHours(1);
}
