using System.Globalization;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Trust;
using AiLabels.Generators;
using AiLabels.Iptc;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Derives findings on the origin of the file from the assertions of one manifest.</summary>
internal static class CredentialFindings
{
    /// <summary>Maximum number of findings of one manifest; AI findings come first, so that other findings cannot crowd them out.</summary>
    private const int MaxPerManifest = 16;

    private const int MaxDetailLength = 512;
    private const int MaxUnclear = 4;
    private const int MaxUnknownLength = 128;

    /// <param name="contribution">The manifest.</param>
    /// <param name="isSound">Whether the manifest and every link from it to the content of the file are unchanged since signing.</param>
    /// <param name="signer">Subject of its certificate.</param>
    /// <param name="judgement">Trust of that signer; null for the active manifest, whose signer is in the credential report.</param>
    /// <param name="places">Names the places of boxes.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<Finding> Of(
        Contribution contribution, bool isSound, SubjectName? signer, SignerJudgement? judgement, CredentialPlaces places,
        LabelReaderOptions options)
    {
        var findings = Statement.ReadAll(contribution.Manifest)
            .OrderByDescending(statement => (statement.IsAi, statement.IsExplicit))
            .Take(MaxPerManifest)
            .Select(statement => Describe(statement))
            .ToList();
        return findings.Exists(finding => finding.Says != AiOrigin.NotFound) ? findings : [.. findings, .. Trace()];

        Finding Describe(Statement statement) => new()
        {
            Kind = statement.IsTrace ? FindingKind.VendorTrace : FindingKind.ContentCredential,
            Says = !statement.IsAi
                ? AiOrigin.NotFound
                : statement.IsExplicit && isSound && !statement.IsOfInput && !WentIntoATool(contribution)
                    ? AiOrigin.Confirmed
                    : AiOrigin.Suspected,
            Source = places.Of(statement.Box, statement.Clause),
            Raw = statement.Raw.Truncate(options.MaxRawText),
            Generator = GeneratorOf(statement.SoftwareAgent, statement.IsAi),
            Details = Details(contribution, signer, judgement, statement),
        };

        // A known generator without an action that says what it did, as in Dreamina's earlier manifests.
        IEnumerable<Finding> Trace() => GeneratorOf(null, isAi: false) is not { } generator ? [] :
        [
            new Finding
            {
                Kind = FindingKind.VendorTrace,
                Says = AiOrigin.Suspected,
                Source = places.Of(contribution.Manifest.Box),
                Raw = contribution.Manifest.Claim.Generator?.Truncate(options.MaxRawText),
                Generator = generator,
                Details = Details(contribution, signer, judgement, null),
            },
        ];

        string? GeneratorOf(string? agent, bool isAi) =>
            new[] { agent, contribution.Manifest.Claim.Generator }.OfType<string>()
                .Concat(contribution.Manifest.Claim.Generators).Select(GeneratorRegistry.ByC2paAgent)
                .Append(GeneratorRegistry.ByC2paSigner(signer?.Parts ?? [], isAi))
                .FirstOrDefault(name => name is not null);
    }

    /// <summary>Returns the statements of one manifest that could not be understood.</summary>
    public static IEnumerable<Problem> Unclear(Manifest manifest, CredentialPlaces places)
    {
        foreach (var assertion in manifest.Assertions.Where(assertion => assertion.Damage is not null).Take(MaxUnclear))
        {
            yield return new Problem(
                assertion.Damage!.Code, $"A statement cannot be read: {assertion.Damage.Message}.", places.Of(assertion.Box));
        }

        foreach (var statement in Statement.ReadAll(manifest).Where(statement => statement.IsUnknown).Take(MaxUnclear))
        {
            yield return new Problem(
                DigitalSourceType.Unknown,
                $"The digital source type {statement.Raw.Truncate(MaxUnknownLength)} is not a term of the IPTC vocabulary.",
                places.Of(statement.Box, statement.Clause));
        }
    }

    /// <summary>Content that was only input to a tool, such as a prompt, need not be visible in the file.</summary>
    private static bool WentIntoATool(Contribution contribution) => contribution.Relationships.Contains(Ingredient.InputTo);

    private static Dictionary<string, string> Details(
        Contribution contribution, SubjectName? signer, SignerJudgement? judgement, Statement? statement)
    {
        var details = new (string Name, string? Value)[]
        {
            ("digitalSourceType", statement?.SourceType),
            ("action", statement?.Action),
            ("softwareAgent", statement?.SoftwareAgent),
            ("modelName", statement?.Model),
            ("modelType", statement?.ModelType),
            ("modelIdentifier", statement?.ModelIdentifier),
            ("modelVersion", statement?.ModelVersion),
            ("humanOversight", statement?.HumanOversight),
            ("prompt", statement?.Prompt),
            ("promptWriter", statement?.PromptWriter),
            ("claimGenerator", contribution.Manifest.Claim.Generator),
            ("signer", signer?.Text),
            ("signerTrust", judgement is null ? null : CamelCase.Name(judgement.Trust)),
            ("signedAt", judgement?.SignedAt?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)),
            ("identity", contribution.Manifest.Assertions.FirstOrDefault(assertion => assertion.Name == Assertion.Identity)?.Name),
            ("softBinding",
                contribution.Manifest.Assertions.FirstOrDefault(assertion => assertion.Name == "c2pa.soft-binding")?.Cbor?["alg"]?.Text),
            ("manifest", contribution.Manifest.Label),
            ("inheritedThrough", contribution.Parent is null ? null : string.Join('/', contribution.Relationships)),
        };
        return details.Where(detail => detail.Value is not null)
            .ToDictionary(detail => detail.Name, detail => detail.Value!.Truncate(MaxDetailLength));
    }
}
