using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using VideoGate.Outbound;
using VideoGate.Webhooks;

namespace VideoGate.Detectors;

internal sealed partial class DetectorOptionsValidation : IValidateOptions<DetectorOptions>
{
    public ValidateOptionsResult Validate(string? name, DetectorOptions options)
    {
        string[] failures =
        [
            .. from endpoint in options.Endpoints.Index()
               from error in Errors(endpoint.Item, options)
               select $"{DetectorOptions.Section}:Endpoints:{endpoint.Index}:{error}",
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Errors(DetectorEndpoint endpoint, DetectorOptions options)
    {
        var isUnique = options.Endpoints.Count(other => other.Name == endpoint.Name) == 1;
        if (endpoint.Name is null || !Identifier().IsMatch(endpoint.Name) || !isUnique)
        {
            yield return "Name must be unique, of at most 40 lower-case letters, digits and hyphens.";
        }

        if (OutboundTargets.GetError(endpoint.Url, options.LoopbackTargets) is { } error)
        {
            yield return $"Url {error}";
        }

        if (!WebhookSecret.IsValid(endpoint.Secret))
        {
            yield return "Secret must be 'whsec_' and 24 to 64 bytes in base64.";
        }
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Identifier();
}
