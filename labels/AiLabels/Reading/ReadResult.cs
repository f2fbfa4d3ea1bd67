using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>Findings and problems from one structure.</summary>
internal sealed record ReadResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Problem> Problems)
{
    /// <summary>A field of an AIGC label that is a separate entry, to be joined with the others of the file.</summary>
    public FlatField? Flat { get; init; }

    public static ReadResult None { get; } = new([], []);

    public static ReadResult Of(Finding finding, params IReadOnlyList<Problem> problems) => new([finding], problems);

    public static ReadResult Of(Problem problem) => new([], [problem]);

    /// <summary>Returns the findings as no more than a hint, and the reason.</summary>
    public ReadResult AsSuspected(Problem why) =>
        new([.. Findings.Select(static found => found with { Says = AiOrigin.Suspected })], [.. Problems, why]);
}
