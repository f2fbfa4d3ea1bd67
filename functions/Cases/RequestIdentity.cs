namespace VideoGate.Cases;

/// <summary>Tells a request from every other one.</summary>
/// <param name="By">Subject of the caller's token.</param>
/// <param name="Key">The caller's Idempotency-Key.</param>
/// <param name="Hash">SHA-256 of what was asked for, lower-case hexadecimal.</param>
public sealed record RequestIdentity(string By, string Key, string Hash);
