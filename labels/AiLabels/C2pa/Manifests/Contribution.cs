namespace AiLabels.C2pa.Manifests;

/// <summary>A manifest that describes the file: the active one, or one reached through ingredients.</summary>
/// <param name="manifest">The manifest and its assertions.</param>
/// <param name="parent">The manifest that has it as ingredient; null for the active manifest.</param>
/// <param name="ingredient">The parent's assertion about it.</param>
internal sealed class Contribution(Manifest manifest, Contribution? parent = null, Ingredient? ingredient = null)
{
    public Manifest Manifest { get; } = manifest;

    public Contribution? Parent { get; } = parent;

    public Ingredient? Ingredient { get; } = ingredient;

    /// <summary>
    /// Relationships from the active manifest down, such as <c>[parentOf, componentOf]</c>; empty for the active manifest.
    /// </summary>
    public IReadOnlyList<string> Relationships { get; } = ingredient is null ? [] : [.. parent!.Relationships, ingredient.Relationship];
}
