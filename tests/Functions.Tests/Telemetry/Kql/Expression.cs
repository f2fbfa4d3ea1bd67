namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>Evaluates an expression on a row.</summary>
internal delegate object? Expression(Row row);
