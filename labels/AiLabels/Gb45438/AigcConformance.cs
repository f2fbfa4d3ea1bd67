using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>Deviations of a readable label from annex E. None of them changes the claim of the label.</summary>
internal static class AigcConformance
{
    /// <summary>Producer of the content and its number there: annex E requires both on first writing.</summary>
    private static readonly string[] Required = ["ContentProducer", "ProduceID"];

    public static IReadOnlyList<Problem> Check(AigcFields fields, Source source)
    {
        var problems = new List<Problem>();
        foreach (var name in Required.Where(name => string.IsNullOrWhiteSpace(fields[name])))
        {
            problems.Add(new("aigc.missingField", $"The AIGC label has no {name}.", source));
        }

        if (!fields.IsString("Label"))
        {
            problems.Add(new("aigc.labelType", "Label is a number; annex E requires a string.", source));
        }

        foreach (var name in AigcFields.Names.Where(name => fields.IsString(name) && LeavesCharacterSet(fields[name])))
        {
            problems.Add(new("aigc.characterSet", $"{name} contains characters outside the set of annex E.", source));
        }

        foreach (var name in AigcFields.Subjects)
        {
            if (ViolationOfCode(fields[name]) is { } violation)
            {
                problems.Add(new("aigc.producerCode", $"The code in {name} {violation}.", source));
            }
        }

        return problems;
    }

    /// <summary>Names are allowed as well as codes, so only a value with the structure of a code is validated as one.</summary>
    private static string? ViolationOfCode(string? value) => value is null ? null : ProducerCode.Parse(value) switch
    {
        null => ProducerCode.IsMeant(value)
            ? $"has {value.Length} characters instead of {ProducerCode.Length}, or characters other than digits and capital letters"
            : null,
        { CheckDigitMatches: false } code => $"has a credit code, {code.CreditCode}, whose check character is wrong",
        { HasKnownService: false } code => $"has an unknown service extension, {code.Service}",
        _ => null,
    };

    /// <summary>0x21, 0x23-0x5B and 0x5D-0x7E, and the quotation mark if escaped.</summary>
    private static bool LeavesCharacterSet(ReadOnlySpan<char> value) => value.ContainsAnyExceptInRange('!', '~') || value.Contains('\\');
}
