using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>Media used to make this file (C2PA 2.2, section 18.15; all three versions of the assertion).</summary>
internal sealed record Ingredient
{
    public const string ParentOf = "parentOf";
    public const string ComponentOf = "componentOf";
    public const string InputTo = "inputTo";

    /// <summary><c>parentOf</c>, <c>componentOf</c> or <c>inputTo</c>.</summary>
    public required string Relationship { get; init; }

    /// <summary>The ingredient's own active manifest, if it had one.</summary>
    public required HashedUri? Manifest { get; init; }

    /// <summary>Signature box of that manifest; only version 3 names it.</summary>
    public required HashedUri? ClaimSignature { get; init; }

    /// <summary>True if the claim generator found, on import, that the ingredient's content or manifest had been changed.</summary>
    public required bool WasBroken { get; init; }

    public static Ingredient Read(CborNode root) => new()
    {
        Relationship = root["relationship"]?.Text is (ParentOf or InputTo) and var relationship ? relationship : ComponentOf,
        Manifest = HashedUri.Read(root["activeManifest"] ?? root["c2pa_manifest"]),
        ClaimSignature = HashedUri.Read(root["claimSignature"]),
        WasBroken = (root["validationResults"]?["activeManifest"]?["failure"] ?? root["validationStatus"])?.Items
            .Any(status => IsAboutContent(status["code"]?.Text)) ?? false,
    };

    /// <summary>Only content and manifest faults count: a time-stamp that does not match only leaves the time of signing unknown.</summary>
    private static bool IsAboutContent(string? code) =>
        code is not null && code.EndsWith(".mismatch", StringComparison.Ordinal)
            && !code.StartsWith("timeStamp.", StringComparison.Ordinal);
}
