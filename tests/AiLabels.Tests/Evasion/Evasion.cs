using AiLabels.Reports;

namespace AiLabels.Tests.Evasion;

/// <summary>A file made to lead a reader past its label.</summary>
/// <param name="Name">What was done.</param>
/// <param name="Why">What law or common sense asks, in one line.</param>
/// <param name="Least">The weakest verdict that is right: a label that is there is never notFound.</param>
internal sealed record Evasion(string Name, string Why, AiOrigin Least, Func<byte[]> Build)
{
    public static IReadOnlyList<Evasion> All { get; } =
        [.. BoxEvasions.All, .. IndexEvasions.All, .. ContainerEvasions.All, .. SpellingEvasions.All];

    /// <summary>From the weakest to the strongest: what cannot be told is held, and what is said is believed.</summary>
    public static int Rank(AiOrigin origin) => origin switch
    {
        AiOrigin.NotFound => 0,
        AiOrigin.Inconclusive => 1,
        AiOrigin.Suspected => 2,
        AiOrigin.Possible => 3,
        _ => 4,
    };
}
