namespace VideoGate.Tests.Moderation;

/// <summary>Writes files into the repository; skipped unless <c>FREEZE_HISTORIES</c> is set.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FreezingFactAttribute : FactAttribute
{
    public FreezingFactAttribute() =>
        Skip = Environment.GetEnvironmentVariable("FREEZE_HISTORIES") is { Length: > 0 }
            ? null
            : "Set FREEZE_HISTORIES=1 to freeze histories of this version.";
}
