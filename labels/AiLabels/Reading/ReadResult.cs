using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>Findings and problems from one structure.</summary>
internal sealed record ReadResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Problem> Problems)
{
    public static ReadResult None { get; } = new([], []);

    public static ReadResult Of(Finding finding, params IReadOnlyList<Problem> problems) => new([finding], problems);

    public static ReadResult Of(Problem problem) => new([], [problem]);
}
