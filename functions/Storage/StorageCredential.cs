using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace VideoGate.Storage;

/// <summary>Gets the identity of a connection without a connection string, as the Functions host does.</summary>
internal static class StorageCredential
{
    /// <param name="connection">The setting <c>{connection}:clientId</c> selects a user-assigned managed identity.</param>
    public static TokenCredential For(IConfiguration configuration, string connection) =>
        configuration[$"{connection}:clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
}
