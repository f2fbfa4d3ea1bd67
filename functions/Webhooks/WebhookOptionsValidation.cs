using System.Net;
using Microsoft.Extensions.Options;

namespace Serverless.Webhooks;

internal sealed class WebhookOptionsValidation : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        string[] failures =
        [
            .. from endpoint in options.Endpoints.Index()
               from objection in Objections(endpoint.Item, options)
               select $"{WebhookOptions.Section}:Endpoints:{endpoint.Index}:{objection}",
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Objections(WebhookEndpoint endpoint, WebhookOptions options)
    {
        if (UrlObjection(endpoint.Url, options) is { } objection)
        {
            yield return $"Url {objection}";
        }

        if (!WebhookSecret.IsValid(endpoint.Secret))
        {
            yield return "Secret is not 'whsec_' and base64 of 24 to 64 bytes.";
        }

        if (endpoint.SecondSecret is not (null or "") && !WebhookSecret.IsValid(endpoint.SecondSecret))
        {
            yield return "SecondSecret is not 'whsec_' and base64 of 24 to 64 bytes; leave it out when no secret is being changed.";
        }
    }

    private static string? UrlObjection(Uri? url, WebhookOptions options) => url switch
    {
        null or { IsAbsoluteUri: false } => "must be an absolute address.",
        { UserInfo.Length: > 0 } => "must not hold credentials: the signature is what the receiver checks.",
        { Fragment.Length: > 0 } => "must not have a fragment.",
        _ when WebhookTargets.IsLoopbackTarget(options, url.IdnHost, url.Port) => url.Scheme is "http" or "https" ? null : "must be http or https.",
        { Scheme: not "https" } => "must be https.",
        _ when IPAddress.TryParse(url.IdnHost, out var address) && !PublicAddress.Is(address) => "names an address that is not public.",
        _ => null,
    };
}
