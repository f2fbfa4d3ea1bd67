using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>
/// What a manifest asserts and the program that wrote it (C2PA 2.2, section 10). The signature covers the exact bytes of its CBOR box.
/// </summary>
internal sealed record Claim
{
    /// <summary>1 for <c>c2pa.claim</c>, 2 for <c>c2pa.claim.v2</c>.</summary>
    public required int Version { get; init; }

    /// <summary>The CBOR bytes in the file.</summary>
    public required ReadOnlyMemory<byte> Encoded { get; init; }

    /// <summary>Name and version of the program that wrote the claim, as <c>name/version</c>.</summary>
    public required string? Generator { get; init; }

    /// <summary>Names of that program and of the others that it lists.</summary>
    public required IReadOnlyList<string> Generators { get; init; }

    /// <summary>Version of the specification that the program says it follows, such as <c>2.4.0</c>.</summary>
    public required string? SpecVersion { get; init; }

    /// <summary>Hash algorithm if a reference names none.</summary>
    public required string? Algorithm { get; init; }

    /// <summary>Created assertions, then gathered assertions.</summary>
    public required IReadOnlyList<HashedUri> Assertions { get; init; }

    /// <summary>Those of the assertions that the claim generator took over from others (section 10.3).</summary>
    public required IReadOnlyList<HashedUri> Gathered { get; init; }

    /// <summary>JUMBF URIs of assertions that were removed from ingredients.</summary>
    public required IReadOnlyList<string> Redacted { get; init; }

    public required string SignatureUrl { get; init; }

    /// <exception cref="ManifestException">A required field is missing or of the wrong kind.</exception>
    public static Claim Read(int version, ReadOnlyMemory<byte> encoded, CborNode root) => new()
    {
        Version = version,
        Encoded = encoded,
        Generator = ReadGenerator(root),
        Generators = [.. SoftwareName.ReadAll(root["claim_generator_info"])],
        // Claims of version 2.2 hold it beside the generator's map (section 10.2.1).
        SpecVersion = Info(root)?["specVersion"]?.Text ?? root["specVersion"]?.Text,
        Algorithm = root["alg"]?.Text,
        Assertions = version == 1
            ? ReadReferences(root["assertions"])
            : [.. ReadReferences(root["created_assertions"]), .. ReadReferences(root["gathered_assertions"])],
        Gathered = version == 1 ? [] : ReadReferences(root["gathered_assertions"]),
        Redacted = [.. (root["redacted_assertions"]?.Items ?? []).Select(item => item.Text).OfType<string>()],
        SignatureUrl = root["signature"]?.Text
            ?? throw new ManifestException(StatusCode.ClaimMalformed, "the claim names no signature"),
    };

    private static IReadOnlyList<HashedUri> ReadReferences(CborNode? list) => [.. (list?.Items ?? []).Select(item => HashedUri.Read(item)
        ?? throw new ManifestException(StatusCode.ClaimMalformed, "the claim references an assertion without a URL or a hash"))];

    /// <summary>Claim v2 holds one map; v1 holds an array of them or only the text field.</summary>
    private static string? ReadGenerator(CborNode claim) => SoftwareName.Read(Info(claim)) ?? claim["claim_generator"]?.Text;

    private static CborNode? Info(CborNode claim) =>
        claim["claim_generator_info"] is { IsArray: true, Items: [var first, ..] } ? first : claim["claim_generator_info"];
}
