namespace VideoGate.Http;

/// <summary>A problem type (RFC 9457 section 3.1.1), documented at its URI.</summary>
/// <param name="Name">Last segment of the URI; never reused for another problem type.</param>
/// <param name="Remedy">What the caller can do about the problem.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Remedy)
{
    /// <summary>A path on this host that returns the documentation of this type.</summary>
    public string Uri => $"/api/problems/{Name}";

    public ProblemResult Because(string detail) => new(this, detail);
}
