using System.Text.Json;
using AiLabels.Generators;
using AiLabels.Reading;

namespace AiLabels.Gb45438;

/// <summary>The fields of annex E under their standard names, whatever spelling the file uses.</summary>
internal sealed class AigcFields
{
    /// <summary>Longest field value taken over into a finding's details, in characters.</summary>
    private const int MaxFieldLength = 1024;

    private readonly SortedDictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _present = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notStrings = new(StringComparer.Ordinal);

    /// <summary>Annex E, table E.1, in its order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2"];

    /// <summary>Fields that hold a name or a <see cref="ProducerCode"/>.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["ContentProducer", "ContentPropagator"];

    /// <summary>Spellings seen in files: Tencent's schema, and one vendor's slip.</summary>
    private static Dictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ServiceProvider"] = "ContentProducer",
        ["ServiceUser"] = "ContentPropagator",
        ["ReserveCode1"] = "ReservedCode1",
        ["ReserveCode2"] = "ReservedCode2",
    };

    public string? Label => this["Label"];

    public string? this[string name] => _values.GetValueOrDefault(name);

    public ProducerCode? Producer => this["ContentProducer"] is { } code ? ProducerCode.Parse(code) : null;

    public string? Generator =>
        (this["ContentProducer"] is { } producer ? GeneratorRegistry.ByProducer(Producer?.CreditCode ?? producer) : null)
        ?? (this["ProduceID"] is { } id ? GeneratorRegistry.ByContentId(id) : null);

    public bool IsString(string name) => !_notStrings.Contains(name);

    public static AigcFields Read(JsonElement element)
    {
        var fields = new AigcFields();
        foreach (var member in element.EnumerateObject())
        {
            var name = Names.FirstOrDefault(n => n.Equals(member.Name, StringComparison.OrdinalIgnoreCase)) ?? Aliases.GetValueOrDefault(member.Name);
            if (name is not null)
            {
                fields.Add(name, member.Value);
            }
        }

        return fields;
    }

    public Dictionary<string, string> ToDetails()
    {
        var details = new Dictionary<string, string>(_values, StringComparer.Ordinal);
        if (_values.Count > 0 && Names.Where(name => !_present.Contains(name)).ToList() is { Count: > 0 } absent)
        {
            details["AbsentFields"] = string.Join(',', absent);
        }

        if (Producer is { } code)
        {
            details["Subject"] = code.Subject;
            details["Service"] = code.Service;
            if (code.CreditCode is { } creditCode)
            {
                details["CreditCode"] = creditCode;
            }
        }

        return details;
    }

    private void Add(string name, JsonElement value)
    {
        _present.Add(name);
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                // Kling writes null for an empty reserved code.
                break;
            case JsonValueKind.String:
                _values[name] = value.GetString()!.Cut(MaxFieldLength);
                break;
            default:
                _values[name] = value.GetRawText().Cut(MaxFieldLength);
                _notStrings.Add(name);
                break;
        }
    }
}
