namespace VideoGate.Http;

/// <summary>A kind of problem (RFC 9457 section 3.1.1), documented at its own URI.</summary>
/// <param name="Name">Last segment of the URI; never reused for something else.</param>
/// <param name="Remedy">What the caller can do about it.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Remedy)
{
    /// <summary>A path on this host: the caller can open it and reads this entry.</summary>
    public string Uri => $"/api/problems/{Name}";

    public ProblemResult Because(string detail) => new(this, detail);
}
