using Azure;
using VideoGate.Cases;

namespace VideoGate.Review.Rules;

/// <summary>A request to change a review.</summary>
/// <param name="By">Subject of the caller's token.</param>
/// <param name="IfMatch">Version of the case that the caller read; null if the command does not depend on it.</param>
/// <param name="Request">Identifies retries of the request; null if repeating the command is harmless.</param>
/// <param name="HasCode">Whether the platform has a code, which labels in metadata name.</param>
internal sealed record ReviewCommand(
    ReviewAction Action, string By, DateTimeOffset At, ETag? IfMatch = null, RequestIdentity? Request = null, bool HasCode = true)
{
    private const int RequestsKept = 16;

    /// <summary>Gets the case after the command, with the event that records it.</summary>
    /// <param name="type">Type of the event.</param>
    /// <exception cref="InvalidOperationException">The transition is not in <see cref="ReviewTransitions"/>: a bug.</exception>
    public ModerationCase Apply(ModerationCase before, CaseReview next, string type, Dictionary<string, string> data)
    {
        var review = before.Review!;
        if (!ReviewTransitions.IsLegal(Action, review.State, next.State))
        {
            throw new InvalidOperationException($"{Action} must not lead from {review.State} to {next.State}.");
        }

        var number = review.Changes + 1;
        return before with
        {
            Review = next with
            {
                Changes = number,
                Requests = Request is null ? review.Requests : [.. review.Requests.TakeLast(RequestsKept - 1), Request],
            },
            Unlogged = [new CaseEvent($"{type}:{number}", type, ActorOf(before.Submission), data)],
        };
    }

    // Logs outlive what is known of an uploader.
    private string ActorOf(Submission submission) => By == submission.Uploader ? submission.Pseudonym ?? By : By;
}
