namespace VideoGate.Local.Samples;

/// <summary>The displayed part of <c>GET /api/cases/{caseId}</c>, and the names of the evidence written so far.</summary>
internal sealed record CaseView(
    string State, LabelsView? Labels, SeenView? ExplicitLabel, SafetyView? Safety, DecisionView? Decision, LocationView? Location,
    EvidenceView? Evidence, string? Withheld = null, LabellingView? Labelling = null, DisclosureView? Disclosure = null)
{
    public bool Ended => State is not "inspecting";

    /// <summary>Why the video ended where it is.</summary>
    public string? Reason => Withheld ?? Decision?.Reason;

    public string? Generator => Labels?.Generator ?? ExplicitLabel?.Generator;

    /// <summary>The app's next step, according to the evidence written so far.</summary>
    public string Stage =>
        Ended ? State
        : Decision is not null ? $"decided ({Decision.Outcome}), moving the video"
        : Has("safety-text.json") ? "deciding"
        : Has("safety-frames.json") ? "asking Content Safety about its texts"
        : Has("frames.json") ? "asking Content Safety about its frames"
        : Has("labels.json") ? "decoding frames and recognizing text in them"
        : "reading the labels in the file";

    private bool Has(string evidence) => Evidence?.Files.Any(file => file.Name == evidence) is true;
}

internal sealed record LabelsView(string? Generator);
internal sealed record SeenView(string Compliance, string? Generator, IReadOnlyList<SeenLabelView> Labels);
internal sealed record SeenLabelView(string Text);
internal sealed record SafetyView(string State, IReadOnlyList<string> UnsafeCategories);
internal sealed record DecisionView(string Outcome, string Reason, string Origin);
internal sealed record LocationView(string Container, string Name);
internal sealed record EvidenceView(IReadOnlyList<EvidenceFileView> Files);
internal sealed record EvidenceFileView(string Name);
internal sealed record LabellingView(OrderView Order, IReadOnlyDictionary<string, string>? Label, SignatureView? Signature);
internal sealed record SignatureView(string? Manifest);
internal sealed record OrderView(string Explicit);
internal sealed record DisclosureView(IReadOnlyList<NoticeView> Notices, ProvenanceView Provenance);
internal sealed record NoticeView(string? Jurisdiction, string Kind);
internal sealed record ProvenanceView(string Integrity);
