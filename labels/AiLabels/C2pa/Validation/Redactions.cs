using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Validation;

/// <summary>Assertions of ingredients that later claims redacted (C2PA 2.2, section 15.10.2).</summary>
internal sealed class Redactions
{
    private readonly HashSet<(string Manifest, string Path)> _redacted;
    private readonly HashSet<string> _touched;

    public Redactions(IEnumerable<Manifest> manifests)
    {
        // A claim must not redact assertions of its own manifest, so a relative URI redacts nothing.
        _redacted =
        [
            .. manifests.SelectMany(manifest => manifest.Claim.Redacted, (manifest, url) => (manifest.Label, Uri: JumbfUri.Parse(url)))
                .Where(redaction => redaction.Uri?.Manifest is not null && redaction.Uri.Manifest != redaction.Label)
                .Select(redaction => (redaction.Uri!.Manifest!, string.Join('/', redaction.Uri.Path))),
        ];
        _touched = [.. _redacted.Select(redaction => redaction.Manifest)];
    }

    /// <summary>Returns true if an assertion was redacted and may be.</summary>
    public bool Holds(Manifest manifest, string url) => Name(manifest, url) is { } name && ViolationOf(name) is null;

    /// <summary>
    /// Returns the status code for an assertion that must not be redacted: actions and hashes of the content (section 15.10.3.1).
    /// </summary>
    public string? Violation(Manifest manifest, string url) => Name(manifest, url) is { } name ? ViolationOf(name) : null;

    /// <summary>Returns the label of the assertion if a later claim redacted it.</summary>
    private string? Name(Manifest manifest, string url) =>
        JumbfUri.Parse(url) is { Path: [.., var name] path } && _redacted.Contains((manifest.Label, string.Join('/', path))) ? name : null;

    private static string? ViolationOf(string name) =>
        name.StartsWith("c2pa.actions", StringComparison.Ordinal) ? StatusCode.ActionRedacted
        : name.StartsWith("c2pa.hash.", StringComparison.Ordinal) ? StatusCode.DataHashRedacted
        : null;

    public bool Touch(Manifest manifest) => _touched.Contains(manifest.Label);
}
