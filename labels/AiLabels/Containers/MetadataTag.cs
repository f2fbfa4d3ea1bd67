using System.Text;
using System.Text.Json;
using AiLabels.Gb45438;
using AiLabels.Generators;
using AiLabels.Reading;
using AiLabels.Recipes;
using AiLabels.Reports;
using AiLabels.Xmp;

namespace AiLabels.Containers;

/// <summary>A named metadata entry of <c>ilst</c>, SimpleTag, INFO or onMetaData.</summary>
/// <param name="Name">Key or tag name in the file.</param>
/// <param name="Value">UTF-8.</param>
internal readonly record struct MetadataTag(string Name, ReadOnlyMemory<byte> Value, Source Source)
{
    /// <summary>Maximum length of a name; longer ones, none of which are known, are shortened.</summary>
    public const int MaxNameLength = 256;

    /// <summary>Name of an entry that has none.</summary>
    public const string Nameless = "";

    private static readonly string[] EncoderNames = ["encoder", "©too", "©enc", "©swr", "ISFT", "com.apple.quicktime.software"];

    /// <summary>Annex E: the field name or keyword contains <c>AIGC</c>.</summary>
    private bool MayBeAigc => Name.Contains(AigcName.Keyword, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for names under which writers put a whole XMP packet if the container has no place for it.</summary>
    private bool IsXmp =>
        Name.Contains("XMP", StringComparison.OrdinalIgnoreCase) && Value.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'<', ..];

    private bool IsAigc => AigcName.IsKeyword(Name);

    /// <summary>Gets the muxer or encoder that this entry names.</summary>
    public string? Encoder => EncoderNames.Contains(Name, StringComparer.OrdinalIgnoreCase) ? Text : null;

    private string Text => Encoding.UTF8.GetString(Value.Span).Trim('\0', ' ');

    /// <summary>Shortens a name to <see cref="MaxNameLength"/>, and keeps what would make it the name of a label.</summary>
    public static string Shorten(string name) =>
        name.Length <= MaxNameLength ? name
        : name.Contains(AigcName.Keyword, StringComparison.OrdinalIgnoreCase)
            ? $"{name.Truncate(MaxNameLength - AigcName.Keyword.Length - 1)}…{AigcName.Keyword}"
        : name.Truncate(MaxNameLength);

    public ReadResult Read(LabelReaderOptions options)
    {
        if (IsAigc)
        {
            return AigcLabel.Read(Value, Source, options);
        }

        if (DisguisedName.IsAigc(Name))
        {
            return AigcLabel.Read(Value, Source, options).AsSuspected(new("aigc.misspelt",
                $"The entry '{Name.Truncate(64)}' looks like AIGC but is written with other characters.", Source));
        }

        if (IsXmp)
        {
            return XmpReader.Read(Value, Source, options);
        }

        if (PlatformLabel.IsMember(Name))
        {
            return ReadResult.Of(PlatformLabel.Of(Text, Text, Source, options));
        }

        if (FlatField is { } field)
        {
            return ReadResult.None with { Flat = field };
        }

        if (StartsWithBrace)
        {
            return ReadJson(options);
        }

        return Encoder is { } encoder && ReadEncoder(encoder, Source) is { Findings.Count: > 0 } trace
            ? trace
            : FreeText.Read(Text, Source, options);
    }

    /// <summary>Reads an encoder string that a registered generator writes.</summary>
    public static ReadResult ReadEncoder(string encoder, Source source) => GeneratorRegistry.ByEncoder(encoder) is { } generator
        ? ReadResult.Of(
            new Finding
            {
                Kind = FindingKind.VendorTrace,
                Says = AiOrigin.Suspected,
                Source = source,
                Raw = encoder,
                Generator = generator
            })
        : ReadResult.None;

    /// <summary>An entry for one field of a label: <c>AIGC.Label</c>, <c>aigc_tool</c>, or a field's own name.</summary>
    private FlatField? FlatField => PlatformLabel.IsName(Name) || StartsWithBrace
        ? null
        : AigcName.FieldOf(AigcName.Fold(Name)) is { } part ? new(part.Truncate(64), Text.Truncate(1024), HasPrefix: true, Source)
        : AigcFields.IsField(Name) ? new(Name, Text.Truncate(1024), HasPrefix: false, Source)
        : null;

    private bool StartsWithBrace => Value.Span.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..];

    private ReadResult ReadJson(LabelReaderOptions options)
    {
        // Without a name that identifies the entry, a member called Label is not enough.
        var fields = MayBeAigc && !PlatformLabel.IsName(Name) ? 1 : Name == Nameless ? 2 : int.MaxValue;
        if (fields < int.MaxValue && AigcLabel.Read(Value, Source, options) is { Findings: [{ Details: var details }] } label
            && AigcFields.Names.Count(details.ContainsKey) >= fields)
        {
            return label;
        }

        try
        {
            using var document = JsonDocument.Parse(Value, new JsonDocumentOptions { MaxDepth = options.MaxNesting });
            return ReadJson(document.RootElement, options);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Free text that begins with a brace is not a label; JSON that is nested too deep may hold one.
            return IsNestedDeeper(Value.Span, options.MaxNesting)
                ? ReadResult.Of(new Problem(
                    "limit.nesting", $"The JSON in '{Name.Truncate(64)}' is nested more than {options.MaxNesting} deep.", Source))
                : ReadResult.None;
        }
    }

    private static bool IsNestedDeeper(ReadOnlySpan<byte> json, int max)
    {
        var depth = 0;
        foreach (var b in json)
        {
            depth += b is (byte)'{' or (byte)'[' ? 1 : b is (byte)'}' or (byte)']' ? -1 : 0;
            if (depth > max)
            {
                return true;
            }
        }

        return false;
    }

    private ReadResult ReadJson(JsonElement root, LabelReaderOptions options)
    {
        var findings = new List<Finding>();
        var problems = new List<Problem>();
        if (PlatformLabel.Read(root, Text, Source, options) is { } platform)
        {
            findings.Add(platform);
        }

        if (GeneratorRegistry.ByMetadata(root) is { } generator)
        {
            findings.Add(
                new()
                {
                    Kind = FindingKind.VendorTrace,
                    Says = AiOrigin.Suspected,
                    Source = Source,
                    Raw = Text.Truncate(options.MaxRawText),
                    Generator = generator
                });
        }

        if (RecipeReader.Read(root, Text, Source, options) is { } recipe)
        {
            findings.Add(recipe);
        }

        if (root.ValueKind == JsonValueKind.Object && (root.TryGetMember(AigcName.Keyword, out _) || HoldsFields(root)))
        {
            var misplaced = new Problem(
                "aigc.misplaced", $"The entry '{Name.Truncate(64)}' contains an AIGC label; its name does not contain AIGC.", Source);
            findings.AddRange(AigcLabel.Read(Value, Source, options).AsSuspected(misplaced).Findings);
            problems.Add(misplaced);
        }

        return new(findings, problems);
    }

    /// <summary>Returns true for the bare object of annex E: Label and, as other objects have a label too, two more fields.</summary>
    private static bool HoldsFields(JsonElement root) =>
        root.TryGetMember("Label", out _) && root.EnumerateObject().Count(static member => AigcFields.IsField(member.Name)) > 2;

    /// <summary>Returns true if a value begins a JSON object that it does not end, and the whole does.</summary>
    public static bool IsCut(ReadOnlySpan<byte> first, ReadOnlySpan<byte> whole) =>
        first.TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..] && first.TrimEnd("\0 \t\r\n"u8) is not [.., (byte)'}']
        && whole.TrimEnd("\0 \t\r\n"u8) is [.., (byte)'}'];
}
