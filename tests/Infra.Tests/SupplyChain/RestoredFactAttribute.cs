namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>A fact about all packages; skipped, with the reason, if not every project was restored.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RestoredFactAttribute : FactAttribute
{
    public RestoredFactAttribute() =>
        Skip = ResolvedPackages.AreComplete ? null : "not every project is restored here; ./test.sh restores the solution";
}
