using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Jumbf;
using AiLabels.C2pa.Manifests;
using AiLabels.Iptc;

namespace AiLabels.C2pa;

/// <summary>One statement of a manifest about the origin of the content.</summary>
/// <param name="Box">The assertion that makes it.</param>
/// <param name="Clause">Clause that defines the assertion.</param>
/// <param name="Raw">The value in the assertion.</param>
internal sealed record Statement(JumbfBox Box, string Clause, string Raw)
{
    public bool IsAi { get; init; }

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

    /// <summary>Extent of human oversight, according to the signer.</summary>
    public string? HumanOversight { get; init; }

    public static IEnumerable<Statement> ReadAll(Manifest manifest) => manifest.Assertions.SelectMany(FromAssertion).Distinct();

    private static IEnumerable<Statement> FromAssertion(Assertion assertion) => assertion switch
    {
        { IsActions: true, Cbor: { } cbor } => ContentAction.ReadAll(cbor)
            .Where(action => action.DigitalSourceType is not null)
            .Select(action => OfSourceType(assertion.Box, "C2PA 2.2 section 18.14", action.DigitalSourceType!) with
            {
                Action = action.Name,
                SoftwareAgent = action.SoftwareAgent,
                Model = action.Model,
            }),
        { IsMetadata: true } =>
            MetadataAssertion.SourceTypes(assertion.Box).Select(value => OfSourceType(assertion.Box, "C2PA 2.2 section 18.16", value)),
        { IsIngredient: true, Cbor: { } cbor } when cbor["digitalSourceType"]?.Text is { } value =>
            [OfSourceType(assertion.Box, "C2PA 2.4, c2pa.ingredient.v3",
                value) with { IsOfInput = Ingredient.Read(cbor).Relationship == Ingredient.InputTo }],
        { Name: "c2pa.ai-disclosure", Cbor: { } cbor } => [OfDisclosure(assertion.Box, cbor)],
        _ => [],
    };

    private static Statement OfSourceType(JumbfBox box, string clause, string value)
    {
        var code = DigitalSourceType.Code(value);
        return new Statement(box, clause, value) { SourceType = code, IsAi = code is not null && DigitalSourceType.IsAi(code) };
    }

    /// <summary>The assertion itself is the statement; its fields only describe the model.</summary>
    private static Statement OfDisclosure(JumbfBox box, CborNode disclosure) =>
        new(box, "C2PA 2.4, c2pa.ai-disclosure", disclosure["modelType"]?.Text ?? "c2pa.ai-disclosure")
        {
            IsAi = true,
            SoftwareAgent = disclosure["modelName"]?.Text ?? disclosure["modelIdentifier"]?.Text,
            Model = disclosure["modelName"]?.Text,
            ModelType = disclosure["modelType"]?.Text,
            ModelIdentifier = disclosure["modelIdentifier"]?.Text,
            HumanOversight = disclosure["humanOversightLevel"]?.Text,
        };
}
