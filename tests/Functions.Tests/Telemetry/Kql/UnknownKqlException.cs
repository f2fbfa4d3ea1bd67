namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>What a query says that the evaluator does not know: it must not pass for a query that finds nothing.</summary>
internal sealed class UnknownKqlException(string message) : Exception(message);
