using System.Runtime.CompilerServices;

namespace VideoGate.Infra.Tests.Checker;

/// <summary>A fact that needs <see cref="BicepTools"/>; skipped, with the reason, if they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute([CallerFilePath] string? path = null, [CallerLineNumber] int line = -1) : base(path, line) =>
        Skip = BicepTools.Missing;
}
