using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>Credentials in one word for scripts: <c>integrity/signer</c>, or <c>none</c>.</summary>
internal static class CredentialSummary
{
    public static string Of(CredentialReport credentials) => (credentials.Integrity, credentials.Signer) switch
    {
        (CredentialIntegrity.None, _) => "none",
        (var integrity, SignerTrust.None) => $"{CamelCase.Name(integrity)}/{CamelCase.Name(SignerTrust.Unverified)}",
        var (integrity, signer) => $"{CamelCase.Name(integrity)}/{CamelCase.Name(signer)}",
    };
}
