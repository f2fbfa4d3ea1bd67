using AiLabels.Reports;

namespace AiLabels.Tests.Peers;

/// <param name="TheyEndIn">As c2pa-rs puts it: Trusted, Valid, Invalid, Error or None.</param>
/// <param name="Integrity">What is said here.</param>
/// <param name="Signer">What is said here.</param>
/// <param name="Why">Who is right, and why.</param>
internal sealed record CredentialDisagreement(string File, string TheyEndIn, CredentialIntegrity Integrity, SignerTrust Signer, string Why)
{
    public (CredentialIntegrity, SignerTrust) WeEndIn => (Integrity, Signer);
}
