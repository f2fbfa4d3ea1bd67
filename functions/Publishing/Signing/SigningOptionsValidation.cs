using Microsoft.Extensions.Options;
using VideoGate.Outbound;

namespace VideoGate.Publishing.Signing;

/// <summary>Rejects at startup a certificate that cannot sign, and a time-stamping authority that may not be asked.</summary>
internal sealed class SigningOptionsValidation(TimeProvider time) : IValidateOptions<SigningOptions>
{
    public ValidateOptionsResult Validate(string? name, SigningOptions options) => GetError(options) is { } error
        ? ValidateOptionsResult.Fail(error)
        : ValidateOptionsResult.Success;

    private string? GetError(SigningOptions options)
    {
        if (options.TimeStampAuthority is { } authority && OutboundTargets.GetError(authority, options.LoopbackTargets) is { } refused)
        {
            return $"Labelling:TimeStampAuthority {refused}";
        }

        var (signer, error) = SignerSetting.Read(options.Signer);
        return (error ?? signer?.GetError(time.GetUtcNow())) is { } why ? $"Labelling:Signer: {why}" : null;
    }
}
