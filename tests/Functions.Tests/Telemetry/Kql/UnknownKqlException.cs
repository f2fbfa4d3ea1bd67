namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>An unsupported part of a query, which must not pass as a query without results.</summary>
internal sealed class UnknownKqlException(string message) : Exception(message);
