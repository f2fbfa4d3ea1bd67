using Microsoft.Extensions.Options;
using VideoGate.Outbound;

namespace VideoGate.Webhooks;

internal sealed class WebhookOptionsValidation : IValidateOptions<WebhookOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhookOptions options)
    {
        string[] failures =
        [
            .. from endpoint in options.Endpoints.Index()
               from error in Objections(endpoint.Item, options)
               select $"{WebhookOptions.Section}:Endpoints:{endpoint.Index}:{error}",
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Objections(WebhookEndpoint endpoint, WebhookOptions options)
    {
        if (OutboundTargets.GetError(endpoint.Url, options.LoopbackTargets) is { } error)
        {
            yield return $"Url {error}";
        }

        if (!WebhookSecret.IsValid(endpoint.Secret))
        {
            yield return "Secret must be 'whsec_' and 24 to 64 bytes in base64.";
        }

        if (endpoint.SecondSecret is not (null or "") && !WebhookSecret.IsValid(endpoint.SecondSecret))
        {
            yield return "SecondSecret must be 'whsec_' and 24 to 64 bytes in base64; remove it when no secret is being rotated.";
        }
    }
}
