using System.Runtime.CompilerServices;

namespace VideoGate.Testing;

/// <summary>A theory over the corpus; skipped where it is not present.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute([CallerFilePath] string? path = null, [CallerLineNumber] int line = -1) : base(path, line) =>
        Skip = CorpusFolder.Missing;
}
