namespace VideoGate.Storage;

/// <summary>The containers of the workflow; <c>infra/</c> provisions the same names.</summary>
public static class Containers
{
    public const string Uploads = "uploads";
    public const string Published = "published";
    public const string Quarantine = "quarantine";
    public const string Rejected = "rejected";
    public const string Evidence = "evidence";
    public const string Cases = "cases";
    public const string Audit = "audit";
    public const string Trust = "trust";

    public static IReadOnlyList<string> All { get; } = [Uploads, Published, Quarantine, Rejected, Evidence, Cases, Audit, Trust];
}
