using Microsoft.AspNetCore.Http;

namespace VideoGate.ReviewConsole;

/// <summary>Security headers that restrict the console to its own files, its API, the video storage and the token issuer.</summary>
/// <param name="storage">Where videos are played from.</param>
/// <param name="uploads">Where uploaders write videos.</param>
internal sealed class ConsoleHeaders(IEnumerable<Uri> storage, Uri uploads, Uri authority)
{
    private const string Permissions =
        "accelerometer=(), autoplay=(self), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), "
        + "hid=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), serial=(), usb=()";

    private readonly string _policy = Policy(Origins(storage), Origins([uploads, authority]));

    public void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = _policy;
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    // Trusted Types prevent scripts made from text; no script is loaded from elsewhere. Video frames are fetched with the token and shown
    // as blob: URLs.
    private static string Policy(string storage, string connected) => string.Join("; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob:",
        $"media-src 'self' {storage}",
        $"connect-src 'self' {connected}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'");

    private static string Origins(IEnumerable<Uri> addresses) =>
        string.Join(' ', addresses.Select(address => address.GetLeftPart(UriPartial.Authority)).Distinct());
}
