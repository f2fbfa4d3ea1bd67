using System.ComponentModel.DataAnnotations;

namespace VideoGate.Intake;

/// <summary>Settings of uploads.</summary>
public sealed class IntakeOptions
{
    public const string Section = "Intake";

    /// <summary>Lifetime of an upload URL.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan SasLifetime { get; set; } = TimeSpan.FromHours(1);
}
