namespace VideoGate.Cases;

/// <summary>Identifies a request, to recognize its retries.</summary>
/// <param name="By">Subject of the caller's token.</param>
/// <param name="Key">The caller's Idempotency-Key.</param>
/// <param name="Hash">SHA-256 of the request, lower-case hexadecimal.</param>
public sealed record RequestIdentity(string By, string Key, string Hash);
