namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>Reads the value of an expression out of a row.</summary>
internal delegate object? Expression(Row row);
