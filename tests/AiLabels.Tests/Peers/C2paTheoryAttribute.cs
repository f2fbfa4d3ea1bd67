namespace AiLabels.Tests.Peers;

/// <summary>A theory that runs c2pa-rs; skipped if it could not be installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class C2paTheoryAttribute : TheoryAttribute
{
    public C2paTheoryAttribute() => Skip = C2paRs.Missing;
}
