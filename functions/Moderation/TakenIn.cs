using VideoGate.Cases;

namespace VideoGate.Moderation;

/// <summary>Result of taking an upload in: a private copy, or a refusal.</summary>
/// <param name="Held">Null if refused.</param>
/// <param name="Refusal">Null if taken in.</param>
/// <param name="Fingerprint">Of the copy.</param>
/// <param name="Metadata">Of the upload; empty if the upload is gone.</param>
internal sealed record TakenIn(
    HeldVideo? Held, UploadRefusal? Refusal, string? Fingerprint, IDictionary<string, string> Metadata)
{
    public static TakenIn Refused(UploadRefusal refusal, IDictionary<string, string>? metadata = null) =>
        new(null, refusal, null, metadata ?? new Dictionary<string, string>());
}
