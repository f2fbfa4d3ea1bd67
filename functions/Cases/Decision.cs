using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases.Duties;

namespace VideoGate.Cases;

/// <summary>The policy's decision, its reason and the facts it was based on.</summary>
public sealed record Decision
{
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Reason code, such as <c>explicit-label-missing</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Origin by article 6: the file's labels, raised by the uploader's declaration.</summary>
    public required AiOrigin Origin { get; init; }

    /// <summary>Value of the AIGC Label that the platform must apply to this video (1, 2 or 3), or null.</summary>
    public string? NoticeLabel { get; init; }

    public required IReadOnlyList<FiredRule> Rules { get; init; }

    /// <summary>The policy that decided: of several, the strictest, and of equally strict ones the first.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>What every policy that was asked decided, the case's own first.</summary>
    public IReadOnlyList<LawDecision> Laws { get => field ?? []; init; }

    /// <summary>The notices to show if the video is published, at most one by policy.</summary>
    public IReadOnlyList<Notice> Notices { get => field ?? []; init; }

    /// <summary>The labels to add if the video is published, at most one by policy; a notice alone may come with one in metadata.</summary>
    public IReadOnlyList<RequiredLabel> Labels { get => field ?? []; init; }

    /// <summary>What viewers must be able to inspect if the video is published.</summary>
    public IReadOnlyList<DisclosureItem> Disclosures { get => field ?? []; init; }

    /// <summary>The uploader declared that no AI was used, and labels in the file or on the screen state the opposite.</summary>
    public bool DeclarationContradicted { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}

/// <summary>What happens to the video, the least strict first; of several policies, the strictest outcome wins.</summary>
[JsonConverter(typeof(CamelCase<DecisionOutcome>))]
public enum DecisionOutcome
{
    Publish,

    /// <summary>Published unchanged; the platform shows <see cref="Decision.Notices"/>.</summary>
    PublishWithNotice,

    /// <summary>Published as a copy that carries <see cref="Decision.Labels"/>; in quarantine if it cannot be made.</summary>
    PublishWithLabel,

    Quarantine,
}

/// <summary>A rule that matched, with the evidence.</summary>
public sealed record FiredRule(string Id, string? Clause, IReadOnlyDictionary<string, string> Evidence);

/// <summary>What one policy decided about a case, whether or not another was stricter.</summary>
/// <param name="Jurisdiction">Whose law it implements; null for a house policy.</param>
public sealed record LawDecision(
    PolicyVersion Policy, string? Jurisdiction, DecisionOutcome Outcome, string Reason, IReadOnlyList<FiredRule> Rules);
