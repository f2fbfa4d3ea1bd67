using System.Globalization;
using VideoGate.Storage;

namespace VideoGate.Health;

/// <summary>Checks whether the clock agrees with the one of the storage service.</summary>
public sealed class ClockProbe(StorageClock clock)
{
    private const string Name = "clock";

    internal HealthCheck Check() => clock.Disagrees
        ? HealthCheck.Degraded(
            Name,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The clock differs from that of the storage service by {clock.Offset.TotalSeconds:F0} seconds: expiry is suspended."),
            "Synchronize the machine's clock with NTP; docs/operations.md, \"clock-disagrees\".")
        : HealthCheck.Ok(Name, "The clock agrees with the storage service.");
}
