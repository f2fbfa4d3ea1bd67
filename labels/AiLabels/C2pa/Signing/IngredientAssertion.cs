using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Trust;
using AiLabels.C2pa.Validation;
using AiLabels.Reports;

namespace AiLabels.C2pa.Signing;

/// <summary><c>c2pa.ingredient.v3</c> for the parent of a copy (C2PA 2.2, section 18.15), with the results of its validation.</summary>
/// <param name="options">Trust anchors under which the parent was read.</param>
/// <param name="now">Time at which claims without a time-stamp must be valid.</param>
internal sealed class IngredientAssertion(LabelReaderOptions options, DateTimeOffset now)
{
    public const string Label = "c2pa.ingredient.v3";

    /// <summary>Faults of the content that a reader reports for the whole file.</summary>
    private static readonly HashSet<string> OfContent =
    [
        StatusCode.BmffHashMalformed, StatusCode.BmffHashMismatch, StatusCode.DataHashMalformed, StatusCode.DataHashMismatch,
        StatusCode.MultiAssetHashMalformed, StatusCode.MultiAssetHashMismatch, StatusCode.MultiAssetHashMissingPart,
        StatusCode.AssertionMultipleHardBindings, StatusCode.ClaimHardBindingsMissing,
    ];

    /// <param name="parent">Null if the parent has no credentials that can be read: then nothing is said of them.</param>
    public CborMap Of(ParentCredentials? parent, LabelReport report) => new()
    {
        ["relationship"] = Ingredient.ParentOf,
        ["dc:format"] = report.Container.Format switch
        {
            ContainerFormat.QuickTime => "video/quicktime",
            ContainerFormat.IsoBmff => "video/mp4",
            ContainerFormat.Matroska => "video/x-matroska",
            ContainerFormat.WebM => "video/webm",
            ContainerFormat.Avi => "video/x-msvideo",
            ContainerFormat.Flv => "video/x-flv",
            ContainerFormat.MpegTs => "video/mp2t",
            ContainerFormat.Asf => "video/x-ms-wmv",
            _ => null,
        },
        ["activeManifest"] = parent is null
            ? null
            : JumbfBuilder.ReferenceToContent(ManifestStatuses.Url(parent.Active), parent.Active.Box.Content.Span),
        ["claimSignature"] = parent is null || Manifest.Find(parent.Active.Box, parent.Active.Claim.SignatureUrl) is not { } signature
            ? null
            : JumbfBuilder.ReferenceToContent(ManifestStatuses.SignatureUrl(parent.Active), signature.Content.Span),
        ["validationResults"] = parent is null ? null : Results(parent, report),
    };

    private CborMap Results(ParentCredentials parent, LabelReport report)
    {
        Manifest[] manifests = [.. parent.Contributions.Select(static contribution => contribution.Manifest)];
        var statuses = new ManifestStatuses(
            parent, new SignerJudge(options, AddedEvidence.Of(manifests), now), new Redactions(manifests));
        return new()
        {
            ["activeManifest"] = ValidationStatus.ToMap([.. statuses.Of(parent.Contributions[0], null), .. Content(manifests, report)]),
            ["ingredientDeltas"] = Deltas(parent, statuses).Take(options.MaxManifests),
        };
    }

    /// <summary>The hard binding is checked in the parent alone: the files of its ingredients are not at hand.</summary>
    private static IEnumerable<ValidationStatus> Content(IEnumerable<Manifest> manifests, LabelReport report)
    {
        var found = manifests.SelectMany(static manifest => manifest.Assertions, static (manifest, assertion) => (manifest, assertion))
            .FirstOrDefault(static pair => pair.assertion.IsHardBinding);
        var (url, isData) = found.manifest is null
            ? (ManifestStatuses.Url(manifests.First()), false)
            : (ManifestStatuses.AbsoluteUrl(found.manifest, found.assertion.Reference.Url), found.assertion.Name == "c2pa.hash.data");
        return report.Credentials.Integrity is CredentialIntegrity.Intact
            ? [new(StatusKind.Success, isData ? "assertion.dataHash.match" : "assertion.bmffHash.match", url)]
            : report.Problems.Select(static problem => CodeOf(problem.Code)).OfType<string>().Distinct()
                .Select(code => new ValidationStatus(StatusKind.Failure, code, url));
    }

    private static string? CodeOf(string code) =>
        OfContent.Contains(code) ? code
        : code is StatusCode.ContentOutsideHash or StatusCode.DataHashAdditionalExclusions ? StatusCode.GeneralError
        : null;

    /// <summary>What the ingredient assertions of the parent's manifests do not say of their manifests themselves.</summary>
    private static IEnumerable<CborMap> Deltas(ParentCredentials parent, ManifestStatuses statuses) =>
        from holder in parent.Contributions
        from assertion in holder.Manifest.Assertions
        where assertion is { IsIngredient: true, Cbor: not null }
        let ingredient = Ingredient.Read(assertion.Cbor!)
        where ingredient.Manifest is not null
        let url = ManifestStatuses.AbsoluteUrl(holder.Manifest, assertion.Reference.Url)
        let known = Recorded(assertion.Cbor!).ToHashSet()
        let now = Validate(parent, statuses, holder, ingredient, url).Where(status => !known.Contains(Known(status)))
        select new CborMap { ["ingredientAssertionURI"] = url, ["validationDeltas"] = ValidationStatus.ToMap([.. now]) };

    private static IEnumerable<ValidationStatus> Validate(
        ParentCredentials parent, ManifestStatuses statuses, Contribution holder, Ingredient ingredient, string url) =>
        parent.Store.Find(ingredient.Manifest!.Url) is not { } box
            ? [new(StatusKind.Failure, StatusCode.IngredientManifestMissing, url)]
            : parent.Contributions.FirstOrDefault(contribution => contribution.Manifest.Box == box) is { Manifest: var manifest }
                ? statuses.Of(new Contribution(manifest, holder, ingredient), url)
                : [new(StatusKind.Failure, StatusCode.GeneralError, url)];

    private static (string Code, string End) Known(ValidationStatus status) => (status.Code, EndOf(status.Url));

    private static IEnumerable<(string Code, string End)> Recorded(CborNode ingredient)
    {
        var active = ingredient["validationResults"]?["activeManifest"];
        return new[] { active?["success"], active?["informational"], active?["failure"], ingredient["validationStatus"] }
            .SelectMany(static list => list?.Items ?? [])
            .Select(static status => (status["code"]?.Text ?? "", EndOf(status["url"]?.Text ?? "")));
    }

    /// <summary>URIs of a status may be relative to the manifest that it is about.</summary>
    private static string EndOf(string url) => JumbfUri.Parse(url) is { } parsed ? string.Join('/', parsed.Path) : url;
}
