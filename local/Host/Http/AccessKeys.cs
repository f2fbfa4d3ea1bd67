using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace VideoGate.Local.Host.Http;

/// <summary>
/// The keys of one app, stored where and as the Functions host stores them: hosts with one host id on one account share them.
/// https://learn.microsoft.com/azure/azure-functions/function-keys-how-to
/// </summary>
internal sealed class AccessKeys
{
    public const string Container = "azure-webjobs-secrets";

    private const string Header = "x-functions-key";
    private const string QueryParameter = "code";

    private readonly SecretsFile _secrets;

    private AccessKeys(SecretsFile secrets) => _secrets = secrets;

    public string Master => _secrets.MasterKey.Value;

    /// <param name="extensions">Names of the extensions with webhooks; each has a system key.</param>
    public static async Task<AccessKeys> LoadAsync(string storage, string hostId, IReadOnlyList<string> extensions)
    {
        var container = new BlobContainerClient(storage, Container);
        await container.CreateIfNotExistsAsync();
        var blob = container.GetBlobClient($"{hostId}/host.json");
        while (true)
        {
            var (known, etag) = await ReadAsync(blob);
            var secrets = (known ?? SecretsFile.New()).With(extensions);
            if (known is not null && secrets.SystemKeys.Count == known.SystemKeys.Count)
            {
                return new AccessKeys(known);
            }

            try
            {
                var conditions =
                    etag is { } read ? new BlobRequestConditions { IfMatch = read } : new BlobRequestConditions { IfNoneMatch = ETag.All };
                await blob.UploadAsync(
                    BinaryData.FromObjectAsJson(secrets, JsonSerializerOptions.Web), new BlobUploadOptions { Conditions = conditions });
                return new AccessKeys(secrets);
            }
            catch (RequestFailedException exception) when (exception.Status is 409 or 412)
            {
                // Another host wrote first: its keys apply.
            }
        }
    }

    /// <summary>Returns true if a request carries the master key.</summary>
    public bool IsAdmin(HttpRequest request) => Has(request, [_secrets.MasterKey]);

    /// <summary>Returns true if a request carries a key for functions of the level <c>Function</c>.</summary>
    public bool OpensFunctions(HttpRequest request) => Has(request, [_secrets.MasterKey, .. _secrets.FunctionKeys]);

    /// <summary>Returns true if a request carries a key for the webhooks of an extension.</summary>
    public bool OpensWebhooks(HttpRequest request, string extension) =>
        Has(request, [_secrets.MasterKey, .. _secrets.SystemKeys.Where(key => key.Name == SystemKey(extension))]);

    public string OfWebhooks(string extension) => _secrets.SystemKeys.Single(key => key.Name == SystemKey(extension)).Value;

    private static string SystemKey(string extension) => $"{extension.ToLowerInvariant()}_extension";

    private static bool Has(HttpRequest request, Key[] keys)
    {
        var sent = request.Headers[Header].FirstOrDefault() ?? request.Query[QueryParameter].FirstOrDefault();
        return sent is not null && Array.Exists(
            keys, key => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(key.Value)));
    }

    private static async Task<(SecretsFile? Secrets, ETag? ETag)> ReadAsync(BlobClient blob)
    {
        try
        {
            BlobDownloadResult read = await blob.DownloadContentAsync();
            return (read.Content.ToObjectFromJson<SecretsFile>(JsonSerializerOptions.Web), read.Details.ETag);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == BlobErrorCode.BlobNotFound)
        {
            return (null, null);
        }
    }

    private sealed record SecretsFile(Key MasterKey, IReadOnlyList<Key> FunctionKeys, IReadOnlyList<Key> SystemKeys)
    {
        public static SecretsFile New() => new(Key.New("master"), [Key.New("default")], []);

        public SecretsFile With(IReadOnlyList<string> extensions) => this with
        {
            SystemKeys = [.. SystemKeys, .. extensions.Select(SystemKey).Except(SystemKeys.Select(key => key.Name)).Select(Key.New)],
        };
    }

    private sealed record Key(string Name, string Value, bool Encrypted)
    {
        public static Key New(string name) =>
            new(name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(40)).Replace('+', '-').Replace('/', '_'), Encrypted: false);
    }
}
