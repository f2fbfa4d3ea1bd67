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
                "Set it to the name that the app is reached by, such as localhost:7071; infra/ does.");
        }

        // Only on platforms with replicas: a single host works with the id that it generates.
        return IsSet("CONTAINER_APP_NAME") && !IsSet("AzureFunctionsWebHost:hostid")
            ? HealthCheck.Degraded(
                Name, "AzureFunctionsWebHost__hostid is not set: each replica runs every timer, and takes events with a key of its own.",
                "Set it to one id for all replicas, up to 32 small letters, digits and dashes; infra/ does.")
            : HealthCheck.Ok(Name, "The settings that the host needs are there.");
    }

    private bool IsSet(string key) => !string.IsNullOrEmpty(settings[key]);
}
