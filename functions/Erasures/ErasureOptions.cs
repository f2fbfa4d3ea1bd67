using System.ComponentModel.DataAnnotations;

namespace VideoGate.Erasures;

/// <summary>Settings of erasures of uploaders' personal data.</summary>
public sealed class ErasureOptions
{
    public const string Section = "Erasures";

    /// <summary>Time in which a second senior moderator must confirm an order; then it ends.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan OrderLifetime { get; set; } = TimeSpan.FromDays(7);
}
