using System.Text.Json;
using VideoGate.Audit;
using VideoGate.Testing;

namespace VideoGate.Tests.Audit;

/// <summary>The table of audit event types, and what goes by it.</summary>
public sealed class AuditEventTypesTests
{
    [Fact]
    public void All_Names_AreUnique() => Assert.Equal(AuditEventTypes.All.Count, AuditEventTypes.All.DistinctBy(type => type.Name).Count());

    [Fact]
    public void All_DataKeys_AreInOrder() =>
        Assert.All(AuditEventTypes.All, type => Assert.Equal(type.Data.Order(StringComparer.Ordinal), type.Data));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public void Console_NamesEachTypeAndNoOther(string language)
    {
        // Arrange
        var file = Path.Combine(Repository.Root, $"functions/ReviewConsole/Site/i18n/{language}.json");
        using var texts = JsonDocument.Parse(File.ReadAllText(file));

        // Act
        var named = texts.RootElement.EnumerateObject().Select(text => text.Name)
            .Where(name => name.StartsWith("event.", StringComparison.Ordinal)).Select(name => name["event.".Length..]);

        // Assert
        Assert.Equal(AuditEventTypes.All.Select(type => type.Name).Order(StringComparer.Ordinal), named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OpenApi_DescribesEachPublishedTypeAndNoOther()
    {
        // Arrange
        var described = File.ReadLines(Path.Combine(Repository.Root, "functions/openapi.yaml"))
            .Select(line => line.Trim()).Where(line => line.StartsWith("- videogate.moderation.case.", StringComparison.Ordinal))
            .Select(line => line.Split('.')[^2]);

        // Act
        var published = AuditEventTypes.All.Select(type => type.PublishedAs).OfType<string>().Distinct();

        // Assert
        Assert.Equal(published.Order(StringComparer.Ordinal), described.Distinct().Order(StringComparer.Ordinal));
    }
}
