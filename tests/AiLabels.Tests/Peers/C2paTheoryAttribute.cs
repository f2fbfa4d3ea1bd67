namespace AiLabels.Tests.Peers;

/// <summary>A theory that asks c2pa-rs; skipped where it could not be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class C2paTheoryAttribute : TheoryAttribute
{
    public C2paTheoryAttribute() => Skip = C2paRs.Missing;
}
