namespace VideoGate.Storage;

/// <summary>The container and name of a blob, as listed by the service (never normalized).</summary>
public sealed record BlobLocation(string Container, string Name)
{
    /// <summary>Gets <c>container/name</c>, as audit logs and reports write it.</summary>
    public override string ToString() => $"{Container}/{Name}";
}
