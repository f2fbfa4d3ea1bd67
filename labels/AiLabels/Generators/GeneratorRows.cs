using System.Text.Json;

namespace AiLabels.Generators;

/// <summary>
/// Reads <c>generators.json</c> without a serializer, whose setup takes longer than the rest of a process that reads one file.
/// </summary>
internal static class GeneratorRows
{
    /// <exception cref="InvalidDataException">A row has an unknown member, whose marks would never be matched.</exception>
    public static Generator[] Read(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(Read)];
    }

    private static Generator Read(JsonElement row)
    {
        var generator = new Generator { Name = Text(row, "name"), Evidence = ReadEvidence(row) };
        foreach (var member in row.EnumerateObject())
        {
            var value = member.Value;
            generator = member.Name switch
            {
                "name" or "evidence" => generator,
                "producers" => generator with { Producers = Texts(value) },
                "contentIds" => generator with { ContentIds = Texts(value) },
                "c2paIssuers" => generator with { C2paIssuers = Texts(value) },
                "c2paServices" => generator with { C2paServices = Texts(value) },
                "c2paAgents" => generator with { C2paAgents = Texts(value) },
                "metadata" =>
                    generator with
                    {
                        Metadata =
                        [.. value.EnumerateArray().Select(static mark => new JsonMark(Text(mark, "member"), Text(mark, "value")))]
                    },
                "sei" => generator with { Sei = [.. value.EnumerateArray().Select(ReadSei)] },
                "encoders" => generator with { Encoders = Texts(value) },
                "models" => generator with { Models = Texts(value) },
                "credits" => generator with { Credits = Texts(value) },
                "visibleMarks" => generator with { VisibleMarks = Texts(value) },
                _ => throw new InvalidDataException(
                    $"generators.json: {generator.Name} has an unknown member {member.Name}."),
            };
        }

        return generator;
    }

    private static EvidenceGrade ReadEvidence(JsonElement row) => Text(row, "evidence") switch
    {
        "V" => EvidenceGrade.Verified,
        "P" => EvidenceGrade.Published,
        "C" => EvidenceGrade.Corroborated,
        "M" => EvidenceGrade.Mentioned,
        var other => throw new InvalidDataException($"generators.json: {other} is not a grade of evidence."),
    };

    private static SeiMark ReadSei(JsonElement mark) =>
        new(mark.TryGetProperty("uuid", out var uuid) && uuid.ValueKind != JsonValueKind.Null ? uuid.GetGuid() : null, Text(mark, "text"));

    private static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(static text => text.GetString()!)];

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
