using AiLabels.Reports;

namespace AiLabels.Tests.Peers;

/// <param name="TheyEndIn">State in c2pa-rs: Trusted, Valid, Invalid, Error or None.</param>
/// <param name="Integrity">Integrity in this project.</param>
/// <param name="Signer">Trust in this project.</param>
/// <param name="Why">Which one is correct, and why.</param>
internal sealed record CredentialDisagreement(string File, string TheyEndIn, CredentialIntegrity Integrity, SignerTrust Signer, string Why)
{
    public (CredentialIntegrity, SignerTrust) WeEndIn => (Integrity, Signer);
}
