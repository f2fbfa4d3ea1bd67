using VideoGate.Http;

namespace VideoGate.Review.Queue;

/// <summary>Body of <c>POST /reviews/expiry/release</c>.</summary>
/// <param name="Hours">Duration of the release.</param>
internal sealed record ExpiryReleaseRequest(int? Hours)
{
    // A held review asks again within an hour and a half.
    private const int MinHours = 2;
    private const int MaxHours = 72;
    private const int DefaultHours = 24;

    public TimeSpan Duration => TimeSpan.FromHours(Hours ?? DefaultHours);

    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Hours is < MinHours or > MaxHours)
        {
            errors.Add("hours", $"{MinHours} to {MaxHours}.");
        }

        return errors.ToProblem();
    }
}
