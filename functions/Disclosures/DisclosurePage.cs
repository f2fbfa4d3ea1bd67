using System.Globalization;
using AiLabels.Reports;
using VideoGate.Cases.Api;
using VideoGate.Cases.Duties;

namespace VideoGate.Disclosures;

/// <summary>Renders what viewers may know about a published video. Pure; every text from an upload is encoded.</summary>
internal sealed class DisclosurePage(DisclosureTexts texts, Uri? contact)
{
    /// <returns>The whole document.</returns>
    public string Of(PublishedDisclosure shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return Document(
            $"""
            <p class="lead">{Text($"use.{Name(shown.Use)}.text")}</p>
            {Notices(shown.Notices)}
            <dl>
            {Row("use", Text($"use.{Name(shown.Use)}"))}
            {Row("declaration", Text($"declaration.{Name(shown.Declaration)}"))}
            {Row("provenance", Available(shown.Provenance))}
            {Row("systemName", Claimed(shown.Provenance.SystemName ?? shown.Generator))}
            {Row("captureDevice", Claimed(shown.Provenance.CaptureDevice))}
            {Row("signature", Signature(shown.Provenance))}
            {Row("evidence", Evidence(shown.Evidence))}
            {Row("publishedAt", shown.PublishedAt is { } at ? Time(at) : null)}
            </dl>
            {Links(shown)}
            <p class="fine">{Text("fine")}</p>
            """);
    }

    /// <returns>The page of a video that does not exist or is not published: it tells neither apart.</returns>
    public string NotFound() => Document($"""<p class="lead">{Text("notFound")}</p>""");

    private string Document(string content) =>
        $"""
        <!doctype html>
        <html lang="{texts.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Text("title")}</title>
        <style>{DisclosureStyle.Text}</style>
        </head>
        <body>
        <main>
        <h1>{Text("title")}</h1>
        {content}
        </main>
        </body>
        </html>
        """;

    private string Notices(IReadOnlyList<Notice> notices) => notices is []
        ? ""
        : $"""<ul class="notices" aria-label="{Text("notices")}">{string.Concat(notices.Select(Notice))}</ul>""";

    private string Notice(Notice notice)
    {
        var law = notice.Jurisdiction is { } code
            ? $""" <span class="law">{Text("notice.law")} {Html.Encode(texts.Term("law", code))}</span>"""
            : "";
        return $"<li><strong>{Html.Encode(texts.Of(notice.Text) ?? Name(notice.Kind))}</strong>{law}</li>";
    }

    private string Available(Provenance provenance) => provenance switch
    {
        { Available: false } => Text("provenance.none"),
        { Integrity: CredentialIntegrity.Broken, Manifest: not null } => Text("provenance.beside"),
        { Integrity: CredentialIntegrity.Broken } => Text("provenance.broken"),
        { Integrity: CredentialIntegrity.Unverified } => Text("provenance.unverified"),
        _ => Text("provenance.intact"),
    };

    private string Signature(Provenance provenance) => provenance switch
    {
        { Signed: false } => Text("signature.none"),
        { SignerName: { Length: > 0 } name } => $"{Text($"signer.{Name(provenance.Signer)}")}: {Claimed(name)}",
        _ => Text($"signer.{Name(provenance.Signer)}"),
    };

    private string? Evidence(IReadOnlyList<string> evidence) => evidence is []
        ? null
        : $"<ul>{string.Concat(evidence.Select(kind => $"<li>{Html.Encode(texts.Term("evidence", kind))}</li>"))}</ul>";

    private string Links(PublishedDisclosure shown)
    {
        var id = Uri.EscapeDataString(shown.CaseId);
        string?[] links =
        [
            shown.Provenance.Manifest is null ? null : Link($"/api/published/{id}/manifest", "link.manifest"),
            Link($"/api/published/{id}/disclosure", "link.data"),
            contact is null ? null : Link(contact.AbsoluteUri, "link.contact"),
        ];
        return $"""<ul class="links">{string.Concat(links.OfType<string>().Select(link => $"<li>{link}</li>"))}</ul>""";
    }

    // The page may be in a frame: what it leads to opens beside the page that shows it.
    private string Link(string address, string key) =>
        $"""<a href="{Html.Encode(address)}" target="_blank" rel="noopener noreferrer">{Text(key)}</a>""";

    private string Row(string key, string? value) => value is null ? "" : $"<div><dt>{Text($"row.{key}")}</dt><dd>{value}</dd></div>";

    private static string? Claimed(string? name) => string.IsNullOrWhiteSpace(name) ? null : $"<bdi>{Html.Encode(name)}</bdi>";

    private static string Time(DateTimeOffset at)
    {
        var utc = at.UtcDateTime;
        return string.Create(
            CultureInfo.InvariantCulture, $"""<time datetime="{utc:yyyy-MM-dd'T'HH:mm:ss'Z'}">{utc:yyyy-MM-dd HH:mm} UTC</time>""");
    }

    private string Text(string key) => Html.Encode(texts[key]);

    private static string Name<T>(T value)
        where T : struct, Enum => CamelCase.Name(value);
}
