using AiLabels.Cli.Terminal;
using AiLabels.Reports;
using Spectre.Console;

namespace AiLabels.Cli.Inspect;

/// <summary>Formats what credentials say besides integrity and trust: class, product, violated rules, named actors and metadata.</summary>
internal static class CredentialView
{
    public static IEnumerable<Paragraph> Of(CredentialReport credentials)
    {
        if (credentials.SpecVersion is { } version)
        {
            yield return new(Visible.Text($"by version {version} of the specification"));
        }

        if (credentials.Product is { } product)
        {
            var level = product.AssuranceLevel is { } number ? $", assurance level {number} at most" : "";
            yield return new(Visible.Text($"signed by a conforming product, {product.Organization} {product.Name}{level}"));
        }

        if (credentials.Rubric is { Signals.Count: > 0 } rubric)
        {
            yield return new(Class(rubric));
        }

        foreach (var violation in credentials.Violations)
        {
            yield return new Paragraph("violates ").Append(Visible.Text(violation.Code), Styles.Doubtful)
                .Append($": {Visible.Text(violation.Message)}");
        }

        foreach (var actor in credentials.Identities)
        {
            yield return new(Visible.Text(Describe(actor)));
        }

        foreach (var (name, value) in credentials.Metadata)
        {
            yield return new(Visible.Text($"{name}: {value}"));
        }
    }

    private static string Class(AssetRubric rubric) => string.Concat(
        "class ", string.Join(", ", rubric.Signals.Select(CamelCase.Name)),
        rubric.Captured ? ": evidence of a capture" : "",
        rubric.MayContainAi ? ": may contain AI" : "");

    private static string Describe(NamedActor actor)
    {
        string?[] parts =
        [
            actor.Name ?? "someone", actor.Kind, actor.Provider is { } provider ? $"at {provider}" : null,
            actor.Roles.Count > 0 ? string.Join(", ", actor.Roles) : null, $"by {actor.Credential}",
            actor.Issuer is { } issuer ? $"of {issuer}" : null, actor.Verified ? "verified" : "not verified",
        ];
        return $"identity {string.Join(", ", parts.OfType<string>())}";
    }
}
