using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;
using AiLabels.C2pa.Manifests;
using AiLabels.Generators;
using AiLabels.Iptc;

namespace AiLabels.C2pa;

/// <summary>One statement of a manifest about the origin of the content.</summary>
/// <param name="Box">The assertion that makes it.</param>
/// <param name="Clause">Clause that defines the assertion.</param>
/// <param name="Raw">The value in the assertion.</param>
internal sealed record Statement(JumbfBox Box, string Clause, string Raw)
{
    // What forms and people write into a field that does not apply.
    private static readonly HashSet<string> NoSystem = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "-", "n/a", "na", "no", "none", "null", "false", "not applicable", "无",
    };

    public bool IsAi { get; init; }

    /// <summary>
    /// False if it suggests AI without saying so as a standard defines: a generator without a source type, the name of a system, a property
    /// of another vocabulary.
    /// </summary>
    public bool IsExplicit { get; init; } = true;

    /// <summary>True if it names only the program that acted.</summary>
    public bool IsTrace { get; init; }

    /// <summary>True if it gives a digital source type of no known vocabulary.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>True if it describes only input to a tool, such as a prompt, which need not be visible in the file.</summary>
    public bool IsOfInput { get; init; }

    /// <summary>Code of the digital source type, if it is of a known vocabulary.</summary>
    public string? SourceType { get; init; }

    /// <summary>Such as <c>c2pa.created</c>.</summary>
    public string? Action { get; init; }

    /// <summary>Program or model that performed the action.</summary>
    public string? SoftwareAgent { get; init; }

    /// <summary>Name of the model.</summary>
    public string? Model { get; init; }

    /// <summary>Kind of the model, from the vocabulary of <c>c2pa.ai-disclosure</c>.</summary>
    public string? ModelType { get; init; }

    /// <summary>Identifier of the model, such as a URI.</summary>
    public string? ModelIdentifier { get; init; }

    /// <summary>Version of the model or system.</summary>
    public string? ModelVersion { get; init; }

    /// <summary>Extent of human oversight, according to the signer.</summary>
    public string? HumanOversight { get; init; }

    /// <summary>Prompt, according to the signer.</summary>
    public string? Prompt { get; init; }

    /// <summary>Who wrote the prompt, according to the signer.</summary>
    public string? PromptWriter { get; init; }

    public static IEnumerable<Statement> ReadAll(Manifest manifest) => manifest.Assertions.SelectMany(FromAssertion).Distinct();

    private static IEnumerable<Statement> FromAssertion(Assertion assertion) => assertion switch
    {
        { IsActions: true, Content: { } content } =>
            ContentAction.ReadAll(content).Select(action => OfAction(assertion.Box, action)).OfType<Statement>(),
        { IsMetadata: true, Content: { } content } => OfMetadata(assertion.Box, [.. MetadataAssertion.Read(content)]),
        { Name: Assertion.CreativeWork, Content: { } content } => OfMetadata(assertion.Box, [.. MetadataAssertion.Read(content)]),
        { IsIngredient: true, Cbor: { } cbor } when cbor["digitalSourceType"]?.Text is { } value =>
            [OfSourceType(assertion.Box, "C2PA 2.4, c2pa.ingredient.v3",
                value) with { IsOfInput = Ingredient.Read(cbor).Relationship == Ingredient.InputTo }],
        { Name: Assertion.AiDisclosure, Content: { } content } => [OfDisclosure(assertion.Box, content)],
        { Name: Assertion.AdobeGenerativeAi, Content: { } content } => [OfAdobe(assertion.Box, content)],
        _ => [],
    };

    /// <summary>Returns null for an action without information on the origin.</summary>
    private static Statement? OfAction(JumbfBox box, ContentAction action)
    {
        const string Clause = "C2PA 2.2 section 18.14";
        var statement = action.DigitalSourceType is { } value ? OfSourceType(box, Clause, value)
            : action.SoftwareAgent is { } agent && GeneratorRegistry.ByC2paAgent(agent) is not null
                ? new Statement(box, Clause, agent) { IsAi = true, IsExplicit = false, IsTrace = true }
            : null;
        return statement is null
            ? null
            : statement with { Action = action.Name, SoftwareAgent = action.SoftwareAgent, Model = action.Model };
    }

    private static Statement OfSourceType(JumbfBox box, string clause, string value)
    {
        var code = DigitalSourceType.Code(value);
        return new Statement(box, clause, value)
        {
            SourceType = code,
            IsAi = code is not null && DigitalSourceType.IsAi(code),
            IsUnknown = code is null,
        };
    }

    private static IEnumerable<Statement> OfMetadata(JumbfBox box, IReadOnlyList<MetadataProperty> properties)
    {
        const string Clause = "C2PA 2.2 section 18.16";
        var types = properties.Where(property => property.IsSourceType)
            .SelectMany(property => property.Values, (property, value) => OfSourceType(box, Clause, value) with
            {
                IsExplicit = property.IsIptc,
            });
        return OfSystem(box, properties) is { } system ? types.Append(system) : types;
    }

    /// <summary>The fields of IPTC Photo Metadata 2025.1 name a system and a prompt; they do not say what it made of the content.</summary>
    private static Statement? OfSystem(JumbfBox box, IReadOnlyList<MetadataProperty> properties)
    {
        var (system, prompt) = (Field(MetadataProperty.System), Field(MetadataProperty.Prompt));
        return (system ?? prompt) is not { } raw ? null : new Statement(box, "IPTC Photo Metadata 2025.1, AI System Used", raw)
        {
            IsAi = true,
            IsExplicit = false,
            SoftwareAgent = system,
            Model = system,
            ModelVersion = Field(MetadataProperty.SystemVersion),
            Prompt = prompt,
            PromptWriter = Field(MetadataProperty.PromptWriter),
        };

        string? Field(string name) => properties.Where(property => property.Is(name)).SelectMany(property => property.Values)
            .FirstOrDefault(value => !NoSystem.Contains(value.Trim()));
    }

    /// <summary>The assertion itself is the statement; its fields only describe the model.</summary>
    private static Statement OfDisclosure(JumbfBox box, CborNode disclosure) =>
        new(box, "C2PA 2.4 section 18.28", disclosure["modelType"]?.Text ?? Assertion.AiDisclosure)
        {
            IsAi = true,
            SoftwareAgent = disclosure["modelName"]?.Text ?? disclosure["modelIdentifier"]?.Text,
            Model = disclosure["modelName"]?.Text,
            ModelType = disclosure["modelType"]?.Text,
            ModelIdentifier = disclosure["modelIdentifier"]?.Text,
            ModelVersion = disclosure["modelVersion"]?.Text,
            HumanOversight = (disclosure["contentProfile"]?["humanOversightLevel"] ?? disclosure["humanOversightLevel"])?.Text,
        };

    /// <summary>Adobe's programs wrote it before c2pa.created had a source type; its description is the program.</summary>
    private static Statement OfAdobe(JumbfBox box, CborNode content) =>
        new(box, Assertion.AdobeGenerativeAi, content["description"]?.Text ?? Assertion.AdobeGenerativeAi)
        {
            IsAi = true,
            SoftwareAgent = content["description"]?.Text,
            Model = content["description"]?.Text,
            ModelVersion = content["version"]?.Text,
            Prompt = content["prompt"]?.Text,
        };
}
