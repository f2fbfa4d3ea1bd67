using System.Globalization;
using AiLabels.C2pa.Signing;
using VideoGate.Publishing.Signing;

namespace VideoGate.Health;

/// <summary>Reports who signs labelled copies, and how long the certificate is valid.</summary>
public sealed class SigningProbe(CopySigner signing, TimeProvider time)
{
    private const string Name = "signing";
    private const string Remedy =
        "Renew the certificate, set it as Labelling__Signer and restart the app; docs/operations.md, \"Sign labelled copies\".";

    /// <summary>Certificates are renewed in days, not in hours.</summary>
    private static readonly TimeSpan Warning = TimeSpan.FromDays(30);

    internal HealthCheck Check() => Judge(signing.Signer, time.GetUtcNow());

    internal static HealthCheck Judge(ClaimSigner? signer, DateTimeOffset now)
    {
        if (signer is null)
        {
            return HealthCheck.Ok(Name, "No certificate is set: labelled copies are not signed.");
        }

        if (signer.GetError(now) is { } error)
        {
            return HealthCheck.Degraded(Name, $"Labelled copies are not signed: {error}", Remedy);
        }

        var left = signer.NotAfter - now;
        var detail = string.Create(
            CultureInfo.InvariantCulture,
            $"{signer.Name} signs labelled copies; its certificate expires in {(int)left.TotalDays} days ({signer.NotAfter.UtcDateTime:u}).");
        return left > Warning ? HealthCheck.Ok(Name, detail) : HealthCheck.Degraded(Name, detail, Remedy);
    }
}
