using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace VideoGate.Local.Identity;

/// <summary>A page on which anybody says who they are, and it is believed.</summary>
internal static class SignInPage
{
    private static readonly (string Name, bool Chosen)[] Roles = [("Moderator", true), ("SeniorModerator", false), ("Auditor", false), ("Uploader", false)];

    private const string Style = """
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
        body { max-width: 26rem; margin: 8vh auto; padding: 0 1rem }
        strong { display: block; padding: .6rem .8rem; background: #8a1c1c; color: #fff; border-radius: 6px }
        form, fieldset { display: grid; gap: .5rem } fieldset { border: 1px solid #8888; border-radius: 6px }
        input[name=sub], button { font: inherit; padding: .5rem .7rem; border: 1px solid #888; border-radius: 6px }
        button { background: #1f5fbf; color: #fff; border-color: transparent; cursor: pointer }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static IResult Show(HttpResponse response, AuthorizationRequest request)
    {
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers.CacheControl = "no-store";
        return Results.Text(Html(request), "text/html; charset=utf-8");
    }

    private static string Html(AuthorizationRequest request)
    {
        var hidden = string.Concat(request.Parameters.Select(pair => $"""<input type="hidden" name="{pair.Key}" value="{Encode(pair.Value)}">"""));
        var roles = string.Concat(Roles.Select(role =>
            $"""<label><input type="checkbox" name="role" value="{role.Name}"{(role.Chosen ? " checked" : "")}> {role.Name}</label>"""));
        return $"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Development sign-in</title><style>{Style}</style></head>
            <body><main>
            <h1>Sign in</h1>
            <p><strong>Development only. Nothing is checked here: you are whoever you say you are. Azure never runs this page.</strong></p>
            <form method="post">
            {hidden}
            <label for="sub">Name</label>
            <input id="sub" name="sub" required maxlength="100" value="moderator" autocomplete="username" autofocus>
            <fieldset><legend>Roles</legend>{roles}</fieldset>
            <button>Sign in</button>
            </form>
            </main></body></html>
            """;
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
