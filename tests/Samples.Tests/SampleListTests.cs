using System.Text.Json;

namespace VideoGate.Local.Samples.Tests;

/// <summary>The list of samples is data that the API accepts.</summary>
public sealed class SampleListTests
{
    private static readonly string[] Declarations = ["notAi", "realCapture", "edited", "generated"];
    private static readonly string[] States = ["published", "quarantined"];

    [Fact]
    public void List_EverySample_HasItsOwnNameADeclarationAndAnExpectation()
    {
        // Arrange
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples.json")));

        // Act
        var samples = list.RootElement.EnumerateArray().ToList();

        // Assert
        Assert.Equal(samples.Count, samples.Select(sample => Text(sample, "name")).Distinct().Count());
        Assert.All(samples, sample => Assert.Contains(Text(sample, "declaration") ?? Sample.NotAi, Declarations));
        Assert.All(samples, sample => Assert.Contains(Text(sample.GetProperty("expected"), "state"), States));
        Assert.All(
            samples.Select(sample => Text(sample, "file")).OfType<string>(),
            file => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, file))));
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.GetString() : null;
}
