using VideoGate.Access;
using VideoGate.Cases.Uploads;
using VideoGate.Storage;

namespace VideoGate.Cases.Api;

/// <summary>A case as returned by the API. Hides moderators' identities and internal notes from uploaders.</summary>
internal sealed record CaseView
{
    public required string CaseId { get; init; }

    public required CaseState State { get; init; }

    public required UploadedVideo Upload { get; init; }

    public required Submission Submission { get; init; }

    /// <summary>Staff only: names the uploader in an order to erase their data; null if there is no uploader.</summary>
    public string? UploaderRef { get; init; }

    public required PolicyVersion Policy { get; init; }

    public IReadOnlyList<PolicyVersion> Laws { get; init; } = [];

    public BlobLocation? Location { get; init; }

    /// <summary>Staff only: the import that took the video, which was published already; null for uploads.</summary>
    public ImportOrder? Import { get; init; }

    /// <summary>Why the upload was not taken in; null if it was.</summary>
    public UploadRefusal? Refusal { get; init; }

    /// <summary>Staff only: the case of an identical video that an order took down.</summary>
    public string? TakenDownAs { get; init; }

    public LabelSummary? Labels { get; init; }

    public ExplicitLabelSummary? ExplicitLabel { get; init; }

    public AudioLabel AudioLabel { get; init; }

    /// <summary>Staff only: details of thresholds and blocklist matches would help uploaders to evade them.</summary>
    public SafetySummary? Safety { get; init; }

    /// <summary>Staff only: scores would help uploaders to stay below the thresholds.</summary>
    public IReadOnlyList<DetectorResult>? Detectors { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>Why a video that the policies publish is in quarantine: its label could not be added, or would be lost.</summary>
    public string? Withheld { get; init; }

    /// <summary>Staff only: a shadow policy decides nothing.</summary>
    public Decision? ShadowDecision { get; init; }

    public ReviewView? Review { get; init; }

    /// <summary>Earlier declarations, oldest first.</summary>
    public IReadOnlyList<PastDeclaration> PastDeclarations { get; init; } = [];

    /// <summary>The last order to take the video down; shown to uploaders once it is carried out.</summary>
    public TakedownView? Takedown { get; init; }

    /// <summary>Shown to uploaders after the labelled copy is published.</summary>
    public LabellingResult? Labelling { get; init; }

    /// <summary>Staff only: the case disagrees with its audit log; no action is taken.</summary>
    public CaseBreak? Broken { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>When the personal data of the uploader were erased; null if they were not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Gets whether the caller may read the case: staff read every case, uploaders only theirs.</summary>
    public static bool MaySee(Caller caller, ModerationCase shown) => caller.IsStaff || shown.Submission.Uploader == caller.Subject;

    public static CaseView Of(ModerationCase shown, Caller caller) => new()
    {
        CaseId = shown.CaseId,
        State = shown.State,
        Upload = shown.Upload,
        Submission = caller.IsStaff ? shown.Submission : shown.Submission with { Pseudonym = null },
        UploaderRef = caller.IsStaff && shown.Submission.Uploader is { } uploader ? UploaderStore.Reference(uploader) : null,
        Policy = shown.Policy,
        Laws = shown.Laws,
        Location = shown.Location,
        Import = caller.IsStaff ? shown.Import : null,
        Refusal = shown.Refusal,
        TakenDownAs = caller.IsStaff ? shown.TakenDownAs : null,
        Labels = shown.Labels,
        ExplicitLabel = caller.IsStaff ? shown.ExplicitLabel : WithCodes(shown.ExplicitLabel),
        AudioLabel = shown.AudioLabel,
        Safety = caller.IsStaff ? shown.Safety : shown.Safety is { } safety ? safety with { Hits = [], Outage = null } : null,
        Detectors = caller.IsStaff && shown.Detectors.Count > 0 ? shown.Detectors : null,
        Decision = shown.Decision,
        Withheld = shown.Withheld,
        ShadowDecision = caller.IsStaff ? shown.ShadowDecision : null,
        Review = shown.Review is null ? null : ReviewView.Of(shown.Review, caller),
        PastDeclarations = shown.PastDeclarations,
        Takedown = shown.Takedown is null ? null : TakedownView.Of(shown.Takedown, caller),
        Labelling = caller.IsStaff || shown.State is CaseState.Published ? shown.Labelling : null,
        Broken = caller.IsStaff ? shown.Broken : null,
        OpenedAt = shown.OpenedAt,
        ClosedAt = shown.ClosedAt,
        ErasedAt = shown.ErasedAt,
    };

    // A failure of a step is described for operators, and may name a file or a program of this machine.
    private static ExplicitLabelSummary? WithCodes(ExplicitLabelSummary? seen) =>
        seen is null
            ? null
            : seen with { Problems = [.. seen.Problems.Select(problem => IsCode(problem) ? problem : "failed").Distinct()] };

    private static bool IsCode(string problem) => problem.All(character => char.IsAsciiLetterOrDigit(character) || character is '.');
}
