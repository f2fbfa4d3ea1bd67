using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace VideoGate.Storage;

internal sealed class StorageOptionsValidation(IConfiguration configuration) : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var unknown = options.Connections.Keys.Except(Containers.All)
            .Select(container =>
                $"{StorageOptions.Section}:Connections names '{container}', which is not a container of the workflow; use one of {string.Join(", ", Containers.All)}.");
        var unconfigured =
            options.Connections.Values.Distinct().Where(connection => !StorageAccount.IsConfigured(configuration, connection))
            .Select(connection =>
                $"Connection '{connection}' is not configured; set '{connection}' to a connection string or '{connection}:blobServiceUri' to the address of the account.");
        string[] failures = [.. unknown, .. unconfigured];
        return failures is [] ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
