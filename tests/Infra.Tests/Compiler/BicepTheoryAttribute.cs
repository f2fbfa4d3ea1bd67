using System.Runtime.CompilerServices;

namespace VideoGate.Infra.Tests.Compiler;

/// <inheritdoc cref="BicepFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute([CallerFilePath] string? path = null, [CallerLineNumber] int line = -1) : base(path, line) =>
        Skip = Bicep.Missing;
}
