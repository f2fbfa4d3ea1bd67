using VideoGate.Outbound;

namespace VideoGate.Publishing.Signing;

/// <summary>Rejects at startup a certificate that cannot sign, and a time-stamping authority that may not be asked.</summary>
internal static class SigningCheck
{
    public static string? GetError(SigningSettings settings, DateTimeOffset now)
    {
        if (settings.TimeStampAuthority is { } authority && OutboundTargets.GetError(authority, settings.LoopbackTargets) is { } refused)
        {
            return $"Labelling:TimeStampAuthority {refused}";
        }

        var (signer, error) = SignerSetting.Read(settings.Signer);
        return (error ?? signer?.GetError(now)) is { } why ? $"Labelling:Signer: {why}" : null;
    }
}
