namespace VideoGate.Review;

/// <summary>Events that wake a case's orchestration up. They carry nothing: what counts stands in storage.</summary>
public static class ReviewEvents
{
    public const string Decided = "ReviewDecided";
}
