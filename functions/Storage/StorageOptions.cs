using System.ComponentModel.DataAnnotations;

namespace VideoGate.Storage;

/// <summary>Section <c>Storage</c>: the account of each container.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// Connection name by container name. Keeps published videos and audit logs in accounts separate from undecided uploads.
    /// </summary>
    public IDictionary<string, string> Connections { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Containers.Uploads] = "IntakeStorage",
        [Containers.Quarantine] = "IntakeStorage",
        [Containers.Rejected] = "IntakeStorage",
        [Containers.Evidence] = "IntakeStorage",
        [Containers.Cases] = "IntakeStorage",
        [Containers.Trust] = "IntakeStorage",
        [Containers.Published] = "PublishStorage",
        [Containers.Audit] = "AuditStorage",
    };

    /// <summary>Creates missing containers at startup. Disable it if <c>infra/</c> provisions them.</summary>
    public bool CreateContainers { get; set; }

    /// <summary>
    /// Difference between the clocks of this machine and of the storage service beyond which nothing expires, is escalated or purged.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(2);
}
