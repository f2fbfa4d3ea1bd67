using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Http;

namespace VideoGate.Disclosures;

/// <summary>
/// <c>GET /disclosure/{caseId}</c>: a page without script that tells viewers about a published video. For everybody, also in frames of
/// other sites; in the language of <c>lang</c>, else of <c>Accept-Language</c>.
/// </summary>
public sealed class ShowDisclosure(CaseStore cases, IOptions<DisclosureOptions> options)
{
    // As long as the video itself may be cached.
    private const string Cached = "public, max-age=300";

    private static readonly string Policy = string.Join("; ",
        "default-src 'none'",
        $"style-src {DisclosureStyle.Source}",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors *");

    [Function(nameof(ShowDisclosure))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "disclosure/{caseId}")] HttpRequest request,
        string caseId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var language = PreferredLanguage.Of(request.Query["lang"]) ?? PreferredLanguage.Of(request.GetTypedHeaders());
        var page = new DisclosurePage(DisclosureTexts.In(language), options.Value.Contact);
        var headers = request.HttpContext.Response.Headers;
        SetHeaders(headers, language);
        if (await cases.GetAsync(caseId, cancellationToken) is not { Case: { State: CaseState.Published } published })
        {
            return Html(page.NotFound(), StatusCodes.Status404NotFound);
        }

        var content = page.Of(PublishedDisclosure.Of(published));
        // Of the page, not of the case: another version of the app says it in other words.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"");
        (headers.ETag, headers.CacheControl) = (tag.ToString(), Cached);
        return request.GetTypedHeaders().IfNoneMatch.Any(seen => seen.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : Html(content, StatusCodes.Status200OK);
    }

    private static void SetHeaders(IHeaderDictionary headers, string language)
    {
        headers.ContentSecurityPolicy = Policy;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        headers.ContentLanguage = language;
        headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
    }

    private static IResult Html(string content, int status) =>
        Results.Text(content, "text/html", Encoding.UTF8, status);
}
