using Microsoft.Extensions.Logging;
using VideoGate.Audit.Verification;

namespace VideoGate.Tests.Audit.Tampering;

/// <summary>Collects what verification names, from its log.</summary>
internal sealed class NamedFaults : ILogger<AuditVerifier>
{
    private readonly List<NamedFault> _found = [];

    public IReadOnlyList<NamedFault> Found
    {
        get
        {
            lock (_found)
            {
                return [.. _found.Distinct()];
            }
        }
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return;
        }

        string? Value(string name) => values.FirstOrDefault(value => value.Key == name).Value?.ToString();
        NamedFault? found = eventId.Id switch
        {
            4002 => new(Value("CaseId")!, Value("Sequence")!, Value("Fault")!),
            4007 => new(Value("CaseId")!, Value("Index")!, "NotIndexed"),
            4010 => new(Value("Manifest")!, "0", Value("Fault")!),
            _ => null,
        };
        if (found is not null)
        {
            lock (_found)
            {
                _found.Add(found);
            }
        }
    }
}
