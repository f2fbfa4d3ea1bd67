namespace VideoGate.Tests.Telemetry.Kql;

/// <summary>A row of a table: columns by name. A dynamic column is a row in itself.</summary>
internal sealed class Row : Dictionary<string, object?>
{
    public Row()
        : base(StringComparer.Ordinal)
    {
    }

    public Row(Row other)
        : base(other, StringComparer.Ordinal)
    {
    }
}
