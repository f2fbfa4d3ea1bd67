using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace VideoGate.Storage;

/// <summary>The identity that a connection without a connection string uses, chosen as the Functions host chooses it.</summary>
internal static class StorageCredential
{
    /// <param name="connection">Its setting <c>{connection}:clientId</c> names a user-assigned managed identity.</param>
    public static TokenCredential For(IConfiguration configuration, string connection) =>
        configuration[$"{connection}:clientId"] is { Length: > 0 } clientId
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
            : new DefaultAzureCredential();
}
