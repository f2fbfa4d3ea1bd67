namespace VideoGate.Tests.Telemetry.Kql;

internal enum TokenKind
{
    Name,
    Text,
    Number,
    Span,
    Symbol,
    End,
}
