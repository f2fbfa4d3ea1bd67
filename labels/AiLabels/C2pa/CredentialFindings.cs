using System.Globalization;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Trust;
using AiLabels.Generators;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>What the assertions of one manifest say about the origin of the file.</summary>
internal static class CredentialFindings
{
    /// <summary>
    /// Most findings one manifest may contribute; those that say AI come first, so that none can be hidden behind others.
    /// </summary>
    private const int MaxPerManifest = 16;

    private const int MaxDetailLength = 512;

    /// <param name="contribution">The manifest.</param>
    /// <param name="isSound">Whether it and everything between it and the content of the file is as it was signed.</param>
    /// <param name="signer">Who its certificate says signed it.</param>
    /// <param name="judgement">
    /// What that signer is worth; null for the active manifest, of which the report on the credentials tells it.
    /// </param>
    /// <param name="places">Turns boxes into places.</param>
    /// <param name="options">Limits.</param>
    public static IEnumerable<Finding> Of(
        Contribution contribution, bool isSound, SubjectName? signer, SignerJudgement? judgement, CredentialPlaces places,
            LabelReaderOptions options)
    {
        var findings = Statement.ReadAll(contribution.Manifest)
            .OrderByDescending(statement => statement.IsAi)
            .Take(MaxPerManifest)
            .Select(statement => Describe(statement))
            .ToList();
        return findings.Exists(finding => finding.Says != AiOrigin.NotFound) ? findings : [.. findings, .. Trace()];

        Finding Describe(Statement statement) => new()
        {
            Kind = FindingKind.ContentCredential,
            Says = !statement.IsAi
                ? AiOrigin.NotFound
                : isSound && !statement.IsOfInput && !WentIntoATool(contribution) ? AiOrigin.Confirmed : AiOrigin.Suspected,
            Source = places.Of(statement.Box, statement.Clause),
            Raw = statement.Raw.Truncate(options.MaxRawText),
            Generator = GeneratorOf(statement.SoftwareAgent, statement.IsAi),
            Details = Details(contribution, signer, judgement, statement),
        };

        // A known generator that does not say what it did, as Dreamina's earlier manifests.
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
            new[] { agent, contribution.Manifest.Claim.Generator }.OfType<string>().Select(GeneratorRegistry.ByC2paAgent)
                .Concat((signer?.Parts ?? []).Select(
                    name => isAi ? GeneratorRegistry.ByC2paSignerOfAi(name) : GeneratorRegistry.ByC2paIssuer(name)))
                .FirstOrDefault(name => name is not null);
    }

    /// <summary>What was only input to a tool, as a prompt is, need not be seen in the file.</summary>
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
            ("humanOversight", statement?.HumanOversight),
            ("claimGenerator", contribution.Manifest.Claim.Generator),
            ("signer", signer?.Text),
            ("signerTrust", judgement is null ? null : CamelCase.Name(judgement.Trust)),
            ("signedAt", judgement?.SignedAt?.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)),
            ("identity", contribution.Manifest.Assertions.FirstOrDefault(assertion => assertion.Name == "cawg.identity")?.Name),
            ("softBinding",
                contribution.Manifest.Assertions.FirstOrDefault(assertion => assertion.Name == "c2pa.soft-binding")?.Cbor?["alg"]?.Text),
            ("manifest", contribution.Manifest.Label),
            ("inheritedThrough", contribution.Parent is null ? null : string.Join('/', contribution.Relationships)),
        };
        return details.Where(detail => detail.Value is not null)
            .ToDictionary(detail => detail.Name, detail => detail.Value!.Truncate(MaxDetailLength));
    }
}
