using System.Runtime.CompilerServices;
using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Tests.Programs;

/// <summary>
/// A test that needs <see cref="Containment.IsFull"/>; skipped, with what is missing, where the platform does not allow it.
/// </summary>
public sealed class FullContainmentFactAttribute : FactAttribute
{
    public FullContainmentFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber) =>
        Skip = Missing;

    private static string? Missing { get; } = Containment.GetAsync().GetAwaiter().GetResult() is { IsFull: false, Gaps: var gaps }
        ? string.Join(' ', gaps.Select(gap => $"{gap.Detail} {gap.Remedy}"))
        : null;
}
