using AiLabels.C2pa.Jumbf;
using AiLabels.C2pa.Manifests;
using AiLabels.Iptc;

namespace AiLabels.C2pa;

/// <summary>One sentence of a manifest on how the content came to be.</summary>
/// <param name="Box">The assertion that says it.</param>
/// <param name="Clause">Where that assertion is defined.</param>
/// <param name="Raw">The value as it stands there.</param>
/// <param name="SourceType">Code of the digital source type, when it is of a known vocabulary.</param>
/// <param name="Action">Such as <c>c2pa.created</c>.</param>
/// <param name="SoftwareAgent">Program that did it.</param>
internal sealed record Statement(JumbfBox Box, string Clause, string Raw, string? SourceType, string? Action, string? SoftwareAgent)
{
    public bool IsAi => SourceType is not null && DigitalSourceType.IsAi(SourceType);

    public static IEnumerable<Statement> ReadAll(Manifest manifest) => manifest.Assertions.SelectMany(FromAssertion).Distinct();

    private static IEnumerable<Statement> FromAssertion(Assertion assertion) => assertion switch
    {
        { IsActions: true, Cbor: { } cbor } => ContentAction.ReadAll(cbor).Where(action => action.DigitalSourceType is not null).Select(action =>
            new Statement(assertion.Box, "C2PA 2.2 section 18.14", action.DigitalSourceType!,
                DigitalSourceType.Code(action.DigitalSourceType!), action.Name, action.SoftwareAgent)),
        { IsMetadata: true } => MetadataAssertion.SourceTypes(assertion.Box).Select(value =>
            new Statement(assertion.Box, "C2PA 2.2 section 18.16", value, DigitalSourceType.Code(value), null, null)),
        _ => [],
    };
}
