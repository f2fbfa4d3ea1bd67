namespace VideoGate.Tests.Webhooks;

/// <summary>A request that a receiver got.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string? ContentType, string Body);
