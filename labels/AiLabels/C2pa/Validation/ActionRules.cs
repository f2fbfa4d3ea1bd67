using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Validation;

/// <summary>Rules on how actions relate to each other and to ingredients (C2PA 2.2, section 15.10.3.2.2).</summary>
/// <remarks>
/// Claims of version 1 predate these rules. A genuine file that violates them is still unchanged since signing, so violations are reported
/// and do not affect its integrity.
/// </remarks>
internal static class ActionRules
{
    private const string Created = "c2pa.created";
    private const string Opened = "c2pa.opened";

    public static IEnumerable<Fault> Check(Manifest manifest) =>
        manifest.Claim.Version > 1 ? [.. CheckOrder(manifest), .. CheckSourceTypes(manifest), .. CheckIngredients(manifest)] : [];

    /// <summary>Checks that the first action, and only that, creates or opens the content.</summary>
    private static IEnumerable<Fault> CheckOrder(Manifest manifest)
    {
        var beginnings = Lists(manifest)
            .SelectMany((list, number) => list.Select((action, index) => (Name: NameOf(action), IsFirst: number == 0 && index == 0)))
            .Where(action => action.Name is Created or Opened)
            .ToList();
        if (beginnings.Count == 0 && !manifest.IsUpdate)
        {
            yield return new Fault(StatusCode.ActionMalformed, "no action states whether the content was created or opened");
        }

        foreach (var (name, _) in beginnings.Where(action => !action.IsFirst))
        {
            yield return new Fault(StatusCode.ActionMalformed, $"{name} is not the first action");
        }
    }

    /// <summary>Checks that an action that creates content states the kind of source (section 18.14.4).</summary>
    private static IEnumerable<Fault> CheckSourceTypes(Manifest manifest) => Lists(manifest).SelectMany(list => list)
        .Where(action => NameOf(action) == Created && action["digitalSourceType"]?.Text is not { Length: > 0 })
        .Select(_ => new Fault(StatusCode.ActionMalformed, "c2pa.created has no digitalSourceType"))
        .Take(1);

    private static IEnumerable<Fault> CheckIngredients(Manifest manifest)
    {
        var relationships = manifest.Assertions.Where(assertion => assertion is { IsIngredient: true, Cbor: not null })
            .ToDictionary(assertion => assertion.Box, assertion => Ingredient.Read(assertion.Cbor!).Relationship);
        foreach (var action in Lists(manifest).SelectMany(list => list))
        {
            if (Violation(NameOf(action), [.. IngredientUrls(action).Select(RelationshipOf)]) is { } violation)
            {
                yield return new Fault(StatusCode.ActionIngredientMismatch, violation);
            }
        }

        string? RelationshipOf(string? url) =>
            url is not null && Manifest.Find(manifest.Box, url) is { } box ? relationships.GetValueOrDefault(box) : null;
    }

    /// <param name="relationships">Relationships of the ingredients that the action names; null for a missing ingredient.</param>
    private static string? Violation(string? action, IReadOnlyList<string?> relationships) => action switch
    {
        Opened when relationships is not [Ingredient.ParentOf] => "c2pa.opened does not name exactly one parent",
        "c2pa.placed" when relationships.Count == 0 || relationships.Any(r => r != Ingredient.ComponentOf) =>
            "c2pa.placed does not name its components",
        "c2pa.removed" when relationships.Count == 0 => "c2pa.removed does not name what was removed",
        "c2pa.transcoded" or "c2pa.repackaged" when relationships.Any(r => r != Ingredient.ParentOf) =>
            $"{action} references an ingredient other than the parent",
        _ => null,
    };

    private static IEnumerable<IReadOnlyList<CborNode>> Lists(Manifest manifest) =>
        manifest.Assertions.Where(assertion => assertion.IsActions).Select(assertion => assertion.Cbor?["actions"]?.Items ?? []);

    private static string? NameOf(CborNode action) => action["action"]?.Text;

    private static IEnumerable<string?> IngredientUrls(CborNode action)
    {
        var parameters = action["parameters"];
        IReadOnlyList<CborNode> single = parameters?["ingredient"] is { } ingredient ? [ingredient] : [];
        return (parameters?["ingredients"]?.Items ?? single).Select(reference => reference["url"]?.Text);
    }
}
