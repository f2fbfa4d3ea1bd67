namespace VideoGate.Testing;

/// <summary>A theory over the corpus; skipped where it is not present.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute() => Skip = CorpusFolder.Missing;
}
