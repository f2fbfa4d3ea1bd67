using AiLabels.C2pa.Cawg;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa;

/// <summary>Collects what the credential report shows besides integrity and trust: the product, named actors and metadata.</summary>
internal sealed class CredentialDetails(InspectionContext inspection, CredentialPlaces places, CborBudget budget)
{
    private const int MaxAssertions = 16;
    private const int MaxProperties = 32;
    private const int MaxLength = 512;

    /// <param name="report">Integrity and trust of the active manifest.</param>
    /// <param name="contributions">The active manifest first.</param>
    /// <param name="signature">Signature of the active manifest; null if it has none that can be read.</param>
    public CredentialReport AddTo(CredentialReport report, IReadOnlyList<Contribution> contributions, ClaimSignature? signature)
    {
        var active = contributions[0].Manifest;
        return report with
        {
            SpecVersion = active.Claim.SpecVersion?.Truncate(MaxLength),
            Product = report.Signer == SignerTrust.Trusted && signature?.Subject is { } name
                ? inspection.Options.Products.Find(name.Organization, name.CommonName, name.Unit, name.Country)
                : null,
            Identities = Actors(contributions),
            Metadata = Metadata(active),
        };
    }

    private List<NamedActor> Actors(IReadOnlyList<Contribution> contributions)
    {
        var actors = new List<NamedActor>();
        var all = contributions.SelectMany(
            contribution => contribution.Manifest.Assertions, (contribution, assertion) => (contribution.Manifest, Assertion: assertion));
        foreach (var (manifest, assertion) in all.Where(item => item.Assertion.Name == Assertion.Identity).Take(MaxAssertions))
        {
            try
            {
                actors.AddRange(IdentityReader.Read(assertion, manifest, budget));
            }
            catch (ManifestException e)
            {
                inspection.Add(new Problem(e.Code, $"An identity assertion cannot be read: {e.Message}.", places.Of(assertion.Box)));
            }
        }

        return actors;
    }

    private static Dictionary<string, string> Metadata(Manifest manifest)
    {
        var metadata = new Dictionary<string, string>();
        var properties = manifest.Assertions.Where(assertion => assertion.IsMetadata || assertion.Name == Assertion.CreativeWork)
            .Select(assertion => assertion.Content).OfType<CborNode>().SelectMany(MetadataAssertion.Read)
            .Where(property => property.Values.Count > 0);
        foreach (var property in properties.Take(MaxProperties))
        {
            metadata.TryAdd(
                property.Written.Truncate(MaxLength),
                string.Join(", ", property.Values.Select(value => value.Truncate(MaxLength))).Truncate(MaxLength));
        }

        return metadata;
    }
}
