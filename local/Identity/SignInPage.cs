using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Local.Identity;

/// <summary>A sign-in page that accepts any user name without a password.</summary>
internal static class SignInPage
{
    public const int LongestName = 100;

    private static readonly (string Name, bool Chosen)[] Roles =
        [("Moderator", true), ("SeniorModerator", false), ("Auditor", false), ("Uploader", false)];

    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif } body { max-width: 26rem; margin: 8vh auto }
        strong { display: block; padding: .6rem; background: #8a1c1c; color: #fff } form, fieldset { display: grid; gap: .5rem }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <param name="request">An authorization request: the form posts its query back.</param>
    public static IResult Show(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
        var hidden = string.Concat(
            request.Query.Select(pair => $"""<input type="hidden" name="{Encode(pair.Key)}" value="{Encode(pair.Value!)}">"""));
        var roles = string.Concat(Roles.Select(role =>
            $"""<label><input type="checkbox" name="role" value="{role.Name}"{(role.Chosen ? " checked" : "")}> {role.Name}</label>"""));
        var html = $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Development sign-in</title><style>{Style}</style></head>
            <body><main>
            <h1>Sign in</h1>
            <p><strong>Development only. Nothing is checked here: every name is accepted. Azure never runs this page.</strong></p>
            <form method="post">
            {hidden}
            <label for="sub">Name</label>
            <input id="sub" name="sub" required maxlength="{LongestName}" value="moderator" autocomplete="username" autofocus>
            <fieldset><legend>Roles</legend>{roles}</fieldset>
            <button>Sign in</button>
            </form>
            </main></body></html>
            """;
        return Results.Text(html, "text/html; charset=utf-8");
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
