using System.Globalization;

namespace VideoGate.TrustLists;

/// <summary>Time since a list was last confirmed by its source, and whether that is too long.</summary>
/// <param name="Text">One human-readable sentence.</param>
internal sealed record TrustListAge(bool IsStale, string Text)
{
    public static TrustListAge Of(TrustListState? state, TimeSpan maxAge, DateTimeOffset now) => state is null
        ? new(true, "its source has not delivered a list yet.")
        : new(now - state.ConfirmedAt > maxAge,
            string.Create(CultureInfo.InvariantCulture, $"its source last confirmed it at {state.ConfirmedAt:u}."));
}
