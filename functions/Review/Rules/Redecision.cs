using VideoGate.Cases;

namespace VideoGate.Review.Rules;

/// <summary>Why the policies decide a case again.</summary>
/// <param name="Cause">Tells this redecision from others of the case, such as <c>declaration2</c>; part of the ids of its events.</param>
/// <param name="Ending">How the round before ends, if another follows.</param>
/// <param name="InPlace">Whether a published video stays published until a person decides, if the policies would quarantine it.</param>
/// <param name="HasCode">Whether the platform has a code, which labels in metadata name.</param>
internal sealed record Redecision(string Cause, RoundEnding Ending, bool InPlace = false, bool HasCode = true);
