namespace AiLabels.Tests.Peers;

/// <inheritdoc cref="C2paTheoryAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class C2paFactAttribute : FactAttribute
{
    public C2paFactAttribute() => Skip = C2paRs.Missing;
}
