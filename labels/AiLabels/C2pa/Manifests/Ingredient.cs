using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>Media that went into this one (C2PA 2.2, section 18.15; all three versions of the assertion).</summary>
/// <param name="Relationship"><c>parentOf</c>, <c>componentOf</c> or <c>inputTo</c>.</param>
/// <param name="Manifest">The ingredient's own active manifest, when it had one.</param>
/// <param name="ClaimSignature">Signature box of that manifest; version 3 alone names it.</param>
internal sealed record Ingredient(string Relationship, HashedUri? Manifest, HashedUri? ClaimSignature)
{
    public const string ParentOf = "parentOf";
    public const string ComponentOf = "componentOf";

    public static Ingredient Read(CborNode root) => new(
        root["relationship"]?.Text ?? ComponentOf,
        HashedUri.Read(root["activeManifest"] ?? root["c2pa_manifest"]),
        HashedUri.Read(root["claimSignature"]));
}
