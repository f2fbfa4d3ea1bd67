using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using VideoGate.Storage;
using VideoGate.Testing;

namespace VideoGate.Tests.Telemetry;

/// <summary>Compares the events that the app logs with the one table that lists them.</summary>
public sealed partial class EventTableTests
{
    private static readonly (Type By, LoggerMessageAttribute Event)[] Logged =
    [
        .. from type in typeof(Containers).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)
           let attribute = method.GetCustomAttribute<LoggerMessageAttribute>()
           where attribute is not null
           orderby attribute.EventId
           select (type.DeclaringType ?? type, attribute),
    ];

    [Fact]
    public void Ids_OfAllEvents_AreUnique() =>
        Assert.DoesNotContain(Logged.CountBy(logged => logged.Event.EventId), id => id.Value > 1);

    /// <remarks>The expected text is the content of the table, except the fifth column: the meaning of the event for readers.</remarks>
    [Fact]
    public void Table_HasARowForEachEventAndNoOther()
    {
        var rows = MarkdownTable.Under("Events");

        MarkdownTable.AssertHolds(
            "Events",
            Logged.Select(
                logged => $"{logged.Event.EventId} | {logged.Event.Level} | {logged.By.Name} | {logged.Event.Message} | {UsedBy(logged.Event.EventId)}"),
            rows.Select(row => string.Join(" | ", row[0], row[1], row[2], row[3], row[5])));
        Assert.All(rows, row => Assert.NotEmpty(row[4]));
    }

    [Fact]
    public void Ids_OfAFolder_LieInItsRange()
    {
        var ranges = MarkdownTable.Under("Ranges of event ids")
            .Select(row => (Bounds: row[0].Split('-').Select(Number).ToArray(), Folders: row[1].Split(", "))).ToList();

        Assert.All(Logged, logged => Assert.Contains(
            ranges,
            range => logged.Event.EventId >= range.Bounds[0] && logged.Event.EventId <= range.Bounds[1]
                && range.Folders.Contains(Folder(logged.By))));
        Assert.All(
            ranges.OrderBy(range => range.Bounds[0]).Zip(ranges.OrderBy(range => range.Bounds[0]).Skip(1)),
            pair => Assert.True(pair.First.Bounds[1] < pair.Second.Bounds[0]));
    }

    [Fact]
    public void Messages_NameWhatUploadersWroteNever()
    {
        string[] untrusted = ["Name", "BlobName", "FileName", "Title", "Description", "Uploader", "Subject", "Token", "Url", "Uri"];

        Assert.All(Logged, logged => Assert.DoesNotContain(
            PlaceholderPattern().Matches(logged.Event.Message).Select(placeholder => placeholder.Groups[1].Value), untrusted.Contains));
    }

    private static string Folder(Type type) => type.Namespace!["VideoGate.".Length..].Replace('.', '/');

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string UsedBy(int id)
    {
        var infra = Path.Combine(Repository.Root, "infra");
        var queries = Directory.GetFiles(Path.Combine(infra, "queries")).Order(StringComparer.Ordinal)
            .Where(file => File.ReadAllText(file).Contains($"\"{id}\"", StringComparison.Ordinal))
            .Select(file => Path.GetFileName(file)!);
        var workbook =
            File.ReadAllText(Path.Combine(infra, "workbook.json")).Contains($"\\\"{id}\\\"", StringComparison.Ordinal)
                ? ["workbook.json"]
                : Array.Empty<string>();
        return string.Join(", ", queries.Concat(workbook).DefaultIfEmpty("-"));
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex PlaceholderPattern();
}
