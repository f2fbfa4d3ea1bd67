using AiLabels.Reports;

namespace VideoGate.Cases.Queue;

/// <summary>One row of the review queue.</summary>
public sealed record ReviewRow
{
    // Limits the text fields: even escaped, together they stay far below the service's 8 KiB of blob metadata.
    private const int MaxText = 160;

    public required string CaseId { get; init; }

    public required ReviewState State { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Blob name, shortened. Untrusted text.</summary>
    public required string Name { get; init; }

    /// <summary>Shortened. Untrusted text.</summary>
    public string? Title { get; init; }

    /// <summary>Shortened. Untrusted text.</summary>
    public string? Uploader { get; init; }

    /// <summary>Reason code of the decision that quarantined the video.</summary>
    public string? Reason { get; init; }

    public AiOrigin? Origin { get; init; }

    public string? Generator { get; init; }

    public required string PolicyId { get; init; }

    /// <summary>Starts at 1; 0 in rows written by earlier app versions.</summary>
    public int Round { get; init; }

    /// <summary>The uploader has appealed.</summary>
    public bool Appeal { get; init; }

    /// <summary>The moderator's claim; may have expired.</summary>
    public RowClaim? Claim { get; init; }

    /// <exception cref="InvalidOperationException">The case has no review.</exception>
    public static ReviewRow From(ModerationCase reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var review = reviewed.Review ?? throw new InvalidOperationException($"Case '{reviewed.CaseId}' has no review.");
        return new()
        {
            CaseId = reviewed.CaseId,
            State = review.State,
            DueAt = review.DueAt,
            OpenedAt = review.OpenedAt,
            Name = Shorten(reviewed.Upload.Name)!,
            Title = Shorten(reviewed.Submission.Title),
            Uploader = Shorten(reviewed.Submission.Uploader),
            Reason = reviewed.QuarantineReason,
            Origin = reviewed.Decision?.Origin,
            Generator = Shorten(reviewed.Labels?.Generator),
            PolicyId = reviewed.Policy.Id,
            Round = review.Round,
            Appeal = review.Appeal is not null,
            Claim = review.Claim is { } claim ? new(claim.Holder, claim.ExpiresAt) : null,
        };
    }

    private static string? Shorten(string? text)
    {
        if (text is not { Length: > MaxText })
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[MaxText - 2]) ? MaxText - 2 : MaxText - 1;
        return $"{text.AsSpan(0, end)}…";
    }
}

/// <param name="Holder">Subject of the moderator's token.</param>
public sealed record RowClaim(string Holder, DateTimeOffset ExpiresAt);
