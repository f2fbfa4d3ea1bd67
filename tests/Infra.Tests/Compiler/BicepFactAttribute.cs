using System.Runtime.CompilerServices;

namespace VideoGate.Infra.Tests.Compiler;

/// <summary>A fact that needs the <see cref="Bicep"/> compiler; skipped, with the reason, if it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute([CallerFilePath] string? path = null, [CallerLineNumber] int line = -1) : base(path, line) =>
        Skip = Bicep.Missing;
}
