using VideoGate.Http;

namespace VideoGate.Takedowns;

/// <summary>Body of <c>POST /cases/{caseId}/takedown</c>.</summary>
/// <param name="Kind">Id of a kind.</param>
/// <param name="Note">The reason.</param>
/// <param name="Reference">The order's number at the authority.</param>
/// <param name="ReceivedAt">Start of the clock; now if absent.</param>
/// <param name="DueAt">The order's own deadline: required by some kinds, at most the clock of others.</param>
/// <param name="IdenticalCopies">Whether identical copies are taken down, too; as the kind says if absent.</param>
/// <param name="Pending">The order waits for a decision, for example because its validity must be checked; its clock runs.</param>
internal sealed record TakedownOrder(
    string? Kind,
    string? Note,
    string? Reference = null,
    DateTimeOffset? ReceivedAt = null,
    DateTimeOffset? DueAt = null,
    bool? IdenticalCopies = null,
    bool Pending = false)
{
    public const int LongestNote = 2000;

    private const int LongestReference = 200;
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <returns>All field errors, or null if there are none.</returns>
    public ProblemResult? Validate(DateTimeOffset now)
    {
        var errors = new FieldErrors();
        var kind = TakedownKinds.Find(Kind);
        if (kind is null)
        {
            errors.Add("kind", $"One of {string.Join(", ", TakedownKinds.All.Select(known => known.Id))}.");
        }

        ValidateTexts(errors);
        if (ReceivedAt > now + ClockSkew || ReceivedAt < now - Longest)
        {
            errors.Add("receivedAt", "Not in the future, and within the last year.");
        }

        if (kind is not null)
        {
            ValidateDeadline(kind, ReceivedAt ?? now, errors);
        }

        return errors.ToProblem();
    }

    private void ValidateTexts(FieldErrors errors)
    {
        if (string.IsNullOrWhiteSpace(Note) || Note.Length > LongestNote)
        {
            errors.Add("note", $"Required, at most {LongestNote} characters.");
        }

        if (Reference?.Length is 0 or > LongestReference)
        {
            errors.Add("reference", $"1 to {LongestReference} characters.");
        }
    }

    private void ValidateDeadline(TakedownKind kind, DateTimeOffset received, FieldErrors errors)
    {
        if (DueAt is null ? kind.NeedsDeadline : DueAt <= received || DueAt > received + Longest)
        {
            errors.Add("dueAt", kind.NeedsDeadline ? "Required: after receivedAt, within a year." : "After receivedAt, within a year.");
        }
        else if (kind.ClockHours is { } hours && DueAt > received.AddHours(hours))
        {
            errors.Add("dueAt", $"At most {hours} hours after receivedAt: the law sets this clock.");
        }
    }
}
