namespace VideoGate.Tests.Telemetry.Kql;

internal readonly record struct Token(TokenKind Kind, string Text);
