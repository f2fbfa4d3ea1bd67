using System.Data.Common;
using Azure.Core;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;

namespace Local.Worker.Blobs;

/// <summary>A storage account by connection string, as the emulator gives it.</summary>
internal sealed class StorageConnection
{
    // The account that every emulator has: https://learn.microsoft.com/azure/storage/common/storage-use-azurite#well-known-storage-account-and-key
    private const string Emulator =
        "AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + "BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1;QueueEndpoint=http://127.0.0.1:10001/devstoreaccount1";

    private readonly string _text;
    private readonly StorageSharedKeyCredential _credential;

    private StorageConnection(string text)
    {
        _text = text;
        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        _credential = new StorageSharedKeyCredential((string)parts["AccountName"], (string)parts["AccountKey"]);
    }

    /// <param name="setting">Name of the setting, which may carry the prefix <c>AzureWebJobs</c>.</param>
    /// <exception cref="FormatException">There is no such setting, or it holds no account key.</exception>
    public static StorageConnection Of(IConfiguration settings, string? setting)
    {
        var name = setting ?? "AzureWebJobsStorage";
        var text = settings[name] ?? settings[$"AzureWebJobs{name}"] ?? settings.GetConnectionString(name)
            ?? throw new FormatException($"Setting '{name}' is missing; give it a storage connection string, such as UseDevelopmentStorage=true.");
        try
        {
            return new StorageConnection(text.StartsWith("UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase) ? Emulator : text);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"Setting '{name}' is no connection string with AccountName and AccountKey. {exception.Message}", exception);
        }
    }

    /// <summary>For the poller, whose next poll is its retry.</summary>
    public BlobContainerClient Container(string name)
    {
        var options = new BlobClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return new BlobContainerClient(_text, name, options);
    }

    public QueueClient Queue(string name) => new(_text, name, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    /// <summary>
    /// The blob of exactly this name. The client's own <c>GetBlobClient</c> joins the name to a URI that collapses <c>..</c>, so
    /// that <c>../published/x</c> would be a blob of another container; with its slashes escaped the name is one segment.
    /// </summary>
    /// <exception cref="FormatException">No URI can carry the name, which is <c>.</c> or <c>..</c>.</exception>
    public BlobClient Blob(Uri container, string name)
    {
        var blob = new BlobClient(new Uri($"{container.AbsoluteUri}/{Uri.EscapeDataString(name)}"), _credential);
        return blob.Name == name ? blob : throw new FormatException($"The blob name '{name}' cannot be written as a URI.");
    }
}
