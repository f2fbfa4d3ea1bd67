using System.Data.Common;
using Azure.Storage;

namespace VideoGate.Storage;

internal static class SharedKey
{
    // Azurite's well-known key:
    // https://learn.microsoft.com/azure/storage/common/storage-connect-azurite#well-known-storage-account-and-key
    private const string DevelopmentKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>Gets the account key of a connection string.</summary>
    /// <exception cref="InvalidOperationException">The string contains no key.</exception>
    public static StorageSharedKeyCredential Parse(string connection, string connectionString, string account)
    {
        var fields = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (fields.TryGetValue("AccountKey", out var key))
        {
            return new(account, (string)key);
        }

        if (fields.ContainsKey("UseDevelopmentStorage"))
        {
            return new(account, DevelopmentKey);
        }

        throw new InvalidOperationException(
            $"Connection '{connection}' is a connection string without an AccountKey; give the whole string, or set '{connection}:blobServiceUri' to use managed identity.");
    }
}
