using System.Globalization;

namespace AiLabels.C2pa.Hashing;

/// <summary>An XPath to boxes, such as <c>/moov/trak[1]</c>: the subset of C2PA 2.2, section 18.6.2.</summary>
internal sealed record BmffPath(IReadOnlyList<BmffPath.Step> Steps)
{
    // Every step is compared with every box that the steps before it lead to.
    private const int MaxSteps = 16;

    /// <summary>Returns null if the path is empty, malformed or too long.</summary>
    public static BmffPath? Parse(string text)
    {
        List<Step?> steps = [.. text.Split('/', StringSplitOptions.RemoveEmptyEntries).Take(MaxSteps + 1).Select(Step.Parse)];
        return steps.Count is > 0 and <= MaxSteps && steps.TrueForAll(step => step is not null)
            ? new BmffPath([.. steps.OfType<Step>()])
            : null;
    }

    /// <param name="Type">Four-character code.</param>
    /// <param name="Index">One-based position among the boxes of that type in their parent; null for all of them.</param>
    internal sealed record Step(string Type, int? Index)
    {
        public static Step? Parse(string text) => text switch
        {
            { Length: 4 } => new(text, null),
            [_, _, _, _, '[', .. var index, ']'] when int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && number > 0 =>
                new(text[..4], number),
            _ => null,
        };
    }
}
