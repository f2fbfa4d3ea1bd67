using Microsoft.Extensions.Configuration;

namespace VideoGate.Health;

/// <summary>Checks settings that the Functions host requires and does not validate.</summary>
public sealed class HostProbe(IConfiguration settings)
{
    private const string Name = "host";

    internal HealthCheck Check()
    {
        if (!IsSet("WEBSITE_HOSTNAME"))
        {
            return HealthCheck.Unavailable(
                Name, "WEBSITE_HOSTNAME is not set: the host refuses every function that needs the task hub.",
                "Set it to the app's host name, such as localhost:7071; infra/ does.");
        }

        // Only on platforms with replicas: a single host works with the id that it generates.
        return IsSet("CONTAINER_APP_NAME") && !IsSet("AzureFunctionsWebHost:hostid")
            ? HealthCheck.Degraded(
                Name, "AzureFunctionsWebHost__hostid is not set: each replica runs every timer and accepts events with its own key.",
                "Set it to one id for all replicas, up to 32 lower-case letters, digits and hyphens; infra/ does.")
            : HealthCheck.Ok(Name, "All settings that the host needs are set.");
    }

    private bool IsSet(string key) => !string.IsNullOrEmpty(settings[key]);
}
