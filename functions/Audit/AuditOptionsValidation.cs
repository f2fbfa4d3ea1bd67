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
                : ["Audit:SigningKey is no private EC key on P-256 in PEM; docs/operations.md, \"Signing key\", says how to make one."],
            .. options.RetiredKeys.Index().Where(key => !IsKey(key.Item, isPrivate: false))
                .Select(key => $"Audit:RetiredKeys:{key.Index} is no public EC key on P-256 in PEM."),
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
