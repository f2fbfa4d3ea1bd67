using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace VideoGate.Audit;

internal sealed class AuditOptionsValidation : IValidateOptions<AuditOptions>
{
    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        string[] failures =
        [
            .. IsKey(options.SigningKey, isPrivate: true)
                ? Array.Empty<string>()
                : ["Audit:SigningKey is not a PEM-encoded EC private key on P-256; docs/operations.md, \"Signing key\", describes how to create one."],
            .. options.RetiredKeys.Index().Where(key => !IsKey(key.Item, isPrivate: false))
                .Select(key => $"Audit:RetiredKeys:{key.Index} is not a PEM-encoded EC public key on P-256."),
        ];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static bool IsKey(string? pem, bool isPrivate)
    {
        if (string.IsNullOrEmpty(pem))
        {
            return true;
        }

        try
        {
            using var key = AuditSigner.Import(pem);
            return key.KeySize == 256 && (!isPrivate || key.ExportParameters(includePrivateParameters: true).D is not null);
        }
        catch (Exception invalid) when (invalid is CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
