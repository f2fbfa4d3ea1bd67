using System.Formats.Cbor;
using System.Text.Json;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa.Cawg;

/// <summary>
/// Reads who a CAWG identity assertion names (CAWG Identity Assertion 1.1). Nothing in it is verified: its signers have their own trust
/// lists and DID documents, which are not read here.
/// </summary>
internal static class IdentityReader
{
    private const string X509 = "cawg.x509.cose";
    private const string Aggregation = "cawg.identity_claims_aggregation";
    private const int MaxLength = 256;
    private const int MaxActors = 8;
    private const int MaxRoles = 8;

    /// <exception cref="ManifestException">The assertion or its signature cannot be read.</exception>
    public static IEnumerable<NamedActor> Read(Assertion assertion, Manifest manifest, CborBudget budget)
    {
        if (assertion.Content is not { } content)
        {
            return [];
        }

        if (content["signer_payload"] is not { IsMap: true } payload || payload["sig_type"]?.Text is not { } type)
        {
            throw new ManifestException(StatusCode.CawgIdentityInvalid, $"the assertion {assertion.Box.Label} has no signer_payload");
        }

        var actor = new NamedActor
        {
            Credential = type.Truncate(MaxLength),
            Roles = [.. (payload["role"]?.Items ?? []).Select(role => role.Text).OfType<string>().Take(MaxRoles).Select(Short)],
            Manifest = manifest.Label.Truncate(MaxLength),
        };
        try
        {
            return type switch
            {
                X509 => [OfCertificate(actor, content, budget)],
                Aggregation => OfAggregation(actor, content, budget),
                _ => [actor],
            };
        }
        catch (ManifestException e) when (e.Code == StatusCode.ClaimSignatureMismatch)
        {
            throw new ManifestException(StatusCode.CawgIdentityInvalid, "its signature is not a COSE_Sign1", e);
        }
    }

    private static NamedActor OfCertificate(NamedActor actor, CborNode content, CborBudget budget) =>
        Signature(content) is { } encoded && ClaimSignature.Read(encoded, budget).Subject?.Text is { } subject
            ? actor with { Name = Short(subject) }
            : actor;

    /// <summary>The credential is the payload of the signature: a W3C verifiable credential in JSON (section 8.1).</summary>
    private static List<NamedActor> OfAggregation(NamedActor actor, CborNode content, CborBudget budget)
    {
        if (Signature(content) is not { } encoded || CoseSign1.Read(encoded, budget).Payload is not { } json)
        {
            return [actor];
        }

        var credential = ParseCredential(json, budget);
        var issued = actor with { Issuer = Text(credential["issuer"]?["id"] ?? credential["issuer"]) };
        var verified = credential["credentialSubject"]?["verifiedIdentities"]?.Items ?? [];
        var identities = verified.Take(MaxActors).Select(identity => issued with
        {
            Name = Text(identity["name"] ?? identity["username"] ?? identity["address"] ?? identity["uri"]),
            Kind = Text(identity["type"]),
            Provider = Text(identity["provider"]?["name"] ?? identity["provider"]?["id"]),
            VerifiedAt = Text(identity["verifiedAt"]),
        }).ToList();
        return identities.Count > 0 ? identities : [issued];
    }

    private static CborNode ParseCredential(ReadOnlyMemory<byte> json, CborBudget budget)
    {
        try
        {
            return JsonTree.Parse(json, budget);
        }
        catch (Exception e) when (e is JsonException or CborContentException)
        {
            throw new ManifestException(StatusCode.CawgCredentialInvalid, $"an identity credential cannot be read: {e.Message}", e);
        }
    }

    private static ReadOnlyMemory<byte>? Signature(CborNode content) => content["signature"]?.Bytes;

    private static string? Text(CborNode? node) => node?.Text is { } text ? Short(text) : null;

    private static string Short(string text) => text.Truncate(MaxLength);
}
