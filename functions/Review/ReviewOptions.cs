using System.ComponentModel.DataAnnotations;

namespace Serverless.Review;

/// <summary>How moderators share the queue.</summary>
public sealed class ReviewOptions
{
    public const string Section = "Review";

    /// <summary>How long a claim lasts unless it is renewed.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "08:00:00")]
    public TimeSpan ClaimLease { get; set; } = TimeSpan.FromMinutes(10);
}
