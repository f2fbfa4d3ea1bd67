using System.Globalization;

namespace VideoGate.TrustLists;

/// <summary>How long ago the source of a list confirmed it, and whether that is too long.</summary>
/// <param name="Text">A sentence for people.</param>
internal sealed record TrustListAge(bool IsStale, string Text)
{
    public static TrustListAge Of(TrustListState? state, TimeSpan maxAge, DateTimeOffset now) => state is null
        ? new(true, "its source has not given out any list yet.")
        : new(now - state.ConfirmedAt > maxAge,
            string.Create(CultureInfo.InvariantCulture, $"its source last confirmed it at {state.ConfirmedAt:u}."));
}
