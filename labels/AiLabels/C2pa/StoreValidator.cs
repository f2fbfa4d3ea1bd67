using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Rubrics;
using AiLabels.C2pa.Trust;
using AiLabels.C2pa.Validation;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>
/// Validates one manifest store: the active manifest against the file and its signer, then every manifest reached through ingredients.
/// </summary>
internal sealed class StoreValidator(
    InspectionContext inspection, ManifestStore store, ContentCheck content, CredentialPlaces places, CborBudget budget, DateTimeOffset now)
{
    private const int MaxUnreadable = 8;
    private const int MaxNotes = 8;

    /// <summary>Problem code of a signal that the signer's product was not assessed to give.</summary>
    private const string DisallowedSignal = "rubric.disallowedSignal";

    private readonly LabelReaderOptions _options = inspection.Options;
    private readonly List<RuleViolation> _violations = [];
    private bool _isSigned;

    /// <param name="active">The last manifest of the store.</param>
    /// <param name="isOnlyStore">Whether the file holds no other store; otherwise none of them is trusted.</param>
    public async ValueTask ValidateAsync(Manifest active, bool isOnlyStore)
    {
        inspection.Credentials = new CredentialReport { Integrity = CredentialIntegrity.Unverified, Signer = SignerTrust.Unverified };
        var contributions = Walk(active);
        Manifest[] manifests = [.. contributions.Select(contribution => contribution.Manifest)];
        var redactions = new Redactions(manifests);
        var judge = new SignerJudge(_options, AddedEvidence.Of(manifests), now);
        var integrity = CredentialIntegrity.Unverified;
        ClaimSignature? signature = null;
        try
        {
            signature = ManifestCheck.ReadSignature(active, budget);
            integrity = await JudgeAsync(contributions, signature, redactions, isOnlyStore);
        }
        catch (ManifestException e)
        {
            integrity = CredentialIntegrity.Unreadable;
            inspection.Add(new Problem(e.Code, $"The content credentials cannot be verified: {e.Message}.", places.Of(active.Box)));
        }
        finally
        {
            Report(active, signature, integrity, judge);
            inspection.Credentials =
                new CredentialDetails(inspection, places, budget).AddTo(inspection.Credentials, contributions, signature);
            var isTrusted = inspection.Credentials.Signer == SignerTrust.Trusted;
            var trusted = new ContributionReporter(inspection, places, budget, judge).Report(
                contributions, integrity == CredentialIntegrity.Intact, signature?.Subject, redactions, isTrusted);
            Classify(contributions, trusted);
        }
    }

    private void Classify(IReadOnlyList<Contribution> contributions, HashSet<Contribution> trusted)
    {
        var disallowed = inspection.Credentials.Product?.DisallowedSignals ?? [];
        var rubric = RubricClassifier.Of(contributions, trusted.Contains, disallowed);
        inspection.Credentials = inspection.Credentials with { Rubric = rubric };
        foreach (var signal in ManifestSignals.Of(contributions[0].Manifest).Intersect(disallowed))
        {
            Violate(
                DisallowedSignal, $"the list of conforming products does not allow its signer to state {CamelCase.Name(signal)}",
                contributions[0].Manifest);
        }

        inspection.Credentials = inspection.Credentials with { Violations = [.. _violations] };
    }

    private IReadOnlyList<Contribution> Walk(Manifest active)
    {
        List<Problem> problems = [];
        var contributions = Provenance.Walk(store, active, budget, _options.MaxManifests, (box, e) => problems.Add(
            new Problem(e.Code, $"An ingredient's credentials cannot be read: {e.Message}.", places.Of(box))));

        // The last problem may name the limit that ended the traversal.
        foreach (var problem in problems.Take(MaxUnreadable).Union(problems.TakeLast(1)))
        {
            inspection.Add(problem);
        }

        return contributions;
    }

    private async ValueTask<CredentialIntegrity> JudgeAsync(
        IReadOnlyList<Contribution> contributions, ClaimSignature? signature, Redactions redactions, bool isOnlyStore)
    {
        var active = contributions[0];
        var faults = ManifestCheck.Run(active, signature, redactions);
        foreach (var fault in faults)
        {
            inspection.Add(
                new Problem(fault.Code, $"The content credentials are broken: {fault.Message}.", places.Of(active.Manifest.Box)));
        }

        _isSigned = faults.All(fault => fault.Code is not (StatusCode.ClaimSignatureMismatch or StatusCode.ClaimSignatureMissing));

        if (faults.Count > 0)
        {
            return CredentialIntegrity.Broken;
        }

        NoteWhatBreaksNothing(active.Manifest);

        // The file is hashed only if no earlier check decided.
        return !isOnlyStore || FindBound(contributions, redactions) is not { } bound
            ? CredentialIntegrity.Broken
            : await content.CheckAsync(bound);
    }

    private void NoteWhatBreaksNothing(Manifest active)
    {
        foreach (var fault in ActionRules.Check(active).Take(MaxNotes))
        {
            Violate(fault.Code, fault.Message, active);
        }

        foreach (var fault in ExternalData.Find(active).Take(MaxNotes))
        {
            inspection.Add(Note(fault.Code, fault.Message, active));
        }
    }

    private void Violate(string code, string message, Manifest active)
    {
        _violations.Add(new RuleViolation(code, message));
        inspection.Add(Note(code, message, active));
    }

    private Problem Note(string code, string message, Manifest active) =>
        new(code, $"About the content credentials: {message}.", places.Of(active.Box));

    /// <summary>
    /// Finds the manifest that binds the content: an update manifest defers to the first standard manifest among its parents (C2PA 2.2,
    /// section 15.12).
    /// </summary>
    /// <returns>
    /// The manifest, or null if one on the way to it was changed after signing: its hash might bind other content than the signer's.
    /// </returns>
    private Manifest? FindBound(IReadOnlyList<Contribution> contributions, Redactions redactions)
    {
        var bound = contributions[0];
        while (bound.Manifest.IsUpdate && ParentOf(bound) is { } parent)
        {
            var signature = ManifestCheck.ReadSignature(parent.Manifest, budget);
            if (ManifestCheck.Run(parent, signature, redactions).Count > 0)
            {
                return null;
            }

            bound = parent;
        }

        return bound.Manifest;

        Contribution? ParentOf(Contribution update) =>
            contributions.FirstOrDefault(c => c.Parent == update && c.Ingredient!.Relationship == Ingredient.ParentOf);
    }

    private void Report(Manifest active, ClaimSignature? signature, CredentialIntegrity integrity, SignerJudge judge)
    {
        var judgement = _isSigned || signature is not { Certificates.Count: > 0 } ? judge.Judge(active, signature) : SignerJudgement.None;
        inspection.Credentials = new CredentialReport
        {
            Integrity = integrity,
            Signer = judgement.Trust,
            SignedAt = judgement.SignedAt,
            ActiveManifest = active.Label.Truncate(_options.MaxRawText),
            SignerName = signature?.Subject?.Text?.Truncate(_options.MaxRawText),
            ClaimGenerator = active.Claim.Generator?.Truncate(_options.MaxRawText),
        };
        foreach (var fault in judgement.Faults)
        {
            inspection.Add(new Problem(fault.Code, $"The signer of the content credentials: {fault.Message}.", places.Of(active.Box)));
        }
    }
}
