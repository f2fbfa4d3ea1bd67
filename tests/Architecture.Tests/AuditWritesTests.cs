using VideoGate.Audit;

namespace VideoGate.Architecture.Tests;

/// <summary>The table of audit events names the data of each event that is written.</summary>
public sealed class AuditWritesTests
{
    private const string Declarations =
        """
        record AuditEvent(string Type, string Actor, Dictionary<string, string> Data);
        record AuditEventType(string Name);
        static class AuditEventTypes
        {
            public static AuditEventType Opened { get; } = new("opened");
            public static AuditEventType Decided { get; } = new("decided");
        }
        """;

    [Fact]
    public void Writes_OfEachType_HaveTheKeysOfTheTable()
    {
        // Arrange
        var functions = Sources.Files.Where(file => file.StartsWith("functions/", StringComparison.Ordinal));
        var table = typeof(AuditEventTypes).GetProperties().Where(property => property.PropertyType == typeof(AuditEventType));

        // Act
        var writes = AuditWrites.In(functions.Select(Sources.Read)).ToLookup(write => write.Type, write => write.Keys);

        // Assert
        Assert.Equal(
            table.Select(row => Row(row.Name, ((AuditEventType)row.GetValue(null)!).Data)).Order(StringComparer.Ordinal),
            writes.Select(type => Row(type.Key, type.SelectMany(keys => keys))).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("new AuditEvent(AuditEventTypes.Opened.Name, by, new() { [\"a\"] = by });", "Opened: a")]
    [InlineData("AuditEvent e = new(AuditEventTypes.Opened.Name, by, by is \"x\" ? [] : new() { [\"a\"] = by });", "Opened: a")]
    [InlineData("var d = Data(); d[\"b\"] = by; new AuditEvent(AuditEventTypes.Decided.Name, by, d);", "Decided: a, b")]
    [InlineData("Write(AuditEventTypes.Opened.Name, []); Write(AuditEventTypes.Decided.Name, Data());", "Opened: |Decided: a")]
    public void In_ThroughLocalsCallsAndConditions_TellsEachKey(string body, string expected)
    {
        // Arrange
        var code = $$"""
            class Writer
            {
                static Dictionary<string, string> Data() => new() { ["a"] = "" };
                static AuditEvent Write(string type, Dictionary<string, string> data) => new(type, "", data);
                void Run(string by) { {{body}} }
            }
            """;

        // Act
        var writes = AuditWrites.In([Declarations, code]);

        // Assert
        Assert.Equal(expected, string.Join('|', writes.Select(write => Row(write.Type, write.Keys))));
    }

    [Theory]
    [InlineData("new AuditEvent(\"opened\", by, []);")]
    [InlineData("new AuditEvent(AuditEventTypes.Opened.Name, by, new() { [by] = by });")]
    [InlineData("new AuditEvent(AuditEventTypes.Opened.Name, by, new(Data()));")]
    [InlineData("var d = Data(); d.Add(\"b\", by); new AuditEvent(AuditEventTypes.Opened.Name, by, d);")]
    [InlineData("var t = AuditEventTypes.Opened.Name; t = by; new AuditEvent(t, by, []);")]
    [InlineData("var e = new AuditEvent(AuditEventTypes.Opened.Name, by, []) with { Data = Data() };")]
    public void In_WhatItCannotTell_IsAnError(string body)
    {
        // Arrange
        var code = $$"""
            class Writer
            {
                static Dictionary<string, string> Data() => new() { ["a"] = "" };
                void Run(string by) { {{body}} }
            }
            """;

        // Act, Assert
        Assert.Throws<NotSupportedException>(() => AuditWrites.In([Declarations, code]));
    }

    private static string Row(string type, IEnumerable<string> keys) =>
        $"{type}: {string.Join(", ", keys.Distinct().Order(StringComparer.Ordinal))}";
}
