namespace VideoGate.Storage;

/// <summary>Section <c>Storage</c>: which account each container lives in.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>
    /// Container name to connection name. What is published and what is evidence of it live apart from what is not yet decided.
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

    /// <summary>Creates missing containers at start. Off where <c>infra/</c> provisions them.</summary>
    public bool CreateContainers { get; set; }
}
