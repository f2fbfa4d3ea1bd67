using System.Text.Json;
using AiLabels.Generators;
using AiLabels.Reading;

namespace AiLabels.Gb45438;

/// <summary>The fields of annex E under their standard names, whatever spelling the file uses.</summary>
internal sealed class AigcFields
{
    /// <summary>Maximum length of a field value in a finding's details, in characters.</summary>
    private const int MaxFieldLength = 1024;

    private static readonly string[] NamesInOrder =
        ["Label", "ContentProducer", "ProduceID", "ReservedCode1", "ContentPropagator", "PropagateID", "ReservedCode2"];

    /// <summary>The order in which details are shown.</summary>
    private static readonly int[] ByName =
        [.. Enumerable.Range(0, NamesInOrder.Length).OrderBy(static i => NamesInOrder[i], StringComparer.Ordinal)];

    private readonly string?[] _values = new string?[NamesInOrder.Length];
    private readonly bool[] _isPresent = new bool[NamesInOrder.Length];
    private readonly bool[] _isString = [.. NamesInOrder.Select(static _ => true)];

    /// <summary>Field names in the order of annex E, table E.1.</summary>
    public static IReadOnlyList<string> Names => NamesInOrder;

    /// <summary>Fields that hold a name or a <see cref="ProducerCode"/>.</summary>
    public static IReadOnlyList<string> Subjects { get; } = ["ContentProducer", "ContentPropagator"];

    /// <summary>Spellings found in files: Tencent's schema, and a misspelling by one vendor.</summary>
    private static Dictionary<string, string> Aliases { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ServiceProvider"] = "ContentProducer",
        ["ServiceUser"] = "ContentPropagator",
        ["ReserveCode1"] = "ReservedCode1",
        ["ReserveCode2"] = "ReservedCode2",
    };

    public string? Label => this["Label"];

    public string? this[string name] => _values[Array.IndexOf(NamesInOrder, name)];

    public ProducerCode? Producer => this["ContentProducer"] is { } code ? ProducerCode.Parse(code) : null;

    /// <summary>The registered generator; or, where the label holds only the code of a service, that code.</summary>
    public string? Generator =>
        (this["ContentProducer"] is { } producer ? GeneratorRegistry.ByProducer(Producer?.CreditCode ?? producer) : null)
        ?? (this["ProduceID"] is { } id ? GeneratorRegistry.ByContentId(id) : null)
        ?? (Producer?.CreditCode is { } code ? $"unknown service {code}" : null);

    public bool IsString(string name) => _isString[Array.IndexOf(NamesInOrder, name)];

    public static AigcFields Read(JsonElement element)
    {
        var fields = new AigcFields();
        foreach (var member in element.EnumerateObject())
        {
            if (FieldOf(member.Name) is >= 0 and var field)
            {
                fields.Set(field, member.Value);
            }
        }

        return fields;
    }

    /// <summary>Reads fields that are separate entries or properties; the first of equal names counts.</summary>
    public static AigcFields Of(IEnumerable<(string Name, string Value)> entries)
    {
        var fields = new AigcFields();
        foreach (var (name, value) in entries)
        {
            if (FieldOf(name) is >= 0 and var field && !fields._isPresent[field])
            {
                fields._isPresent[field] = true;
                fields._values[field] = value.Truncate(MaxFieldLength);
            }
        }

        return fields;
    }

    /// <summary>Returns true for the name of a field, in any accepted spelling.</summary>
    public static bool IsField(string name) => FieldOf(name) >= 0;

    public Dictionary<string, string> ToDetails()
    {
        var details = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in ByName)
        {
            if (_values[field] is { } value)
            {
                details[NamesInOrder[field]] = value;
            }
        }

        if (details.Count > 0 && Array.IndexOf(_isPresent, false) >= 0)
        {
            details["AbsentFields"] = string.Join(',', NamesInOrder.Where((_, field) => !_isPresent[field]));
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

    private static int FieldOf(string written)
    {
        var name = Aliases.GetValueOrDefault(written, written);
        return Array.FindIndex(NamesInOrder, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
    }

    private void Set(int field, JsonElement value)
    {
        _isPresent[field] = true;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                // Kling writes null for an empty reserved code.
                break;
            case JsonValueKind.String:
                _values[field] = value.GetString()!.Truncate(MaxFieldLength);
                break;
            default:
                _values[field] = value.GetRawText().Truncate(MaxFieldLength);
                _isString[field] = false;
                break;
        }
    }
}
