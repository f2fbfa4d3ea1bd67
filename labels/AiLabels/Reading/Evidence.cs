namespace AiLabels.Reading;

/// <summary>What one reader made of one structure.</summary>
internal sealed record Evidence(IReadOnlyList<Finding> Findings, IReadOnlyList<Problem> Problems)
{
    public static Evidence None { get; } = new([], []);

    public static Evidence Of(Finding finding, params IReadOnlyList<Problem> problems) => new([finding], problems);

    public static Evidence Of(Problem problem) => new([], [problem]);
}
