using System.Collections.Frozen;
using System.Reflection;

namespace VideoGate.Audit;

/// <summary>Every type of event in audit logs: the single table that webhooks, exports and the console use.</summary>
public static class AuditEventTypes
{
    /// <summary>Moderation of an upload began.</summary>
    public static AuditEventType Opened { get; } = new(
        "opened", ["declaration", "etag", "import", "jurisdictions", "policy", "upload"], Erasable: ["upload"]);

    /// <summary>The decision on a video that was published before the gate knew it is carried out.</summary>
    public static AuditEventType ImportApplied { get; } = new("import-applied", ["import", "quarantine"]);

    /// <summary>The file was inspected, or could not be.</summary>
    public static AuditEventType Inspected { get; } = new(
        "inspected",
        ["failure", "generator", "origin", "signerList", "timeStamperList"], Erasable: ["failure"]);

    /// <summary>Frames, audio and texts were analyzed and Content Safety was called.</summary>
    public static AuditEventType VideoAnalyzed { get; } = new(
        "video-analyzed",
        ["audioLabel", "calls", "detectors", "explicitLabel", "framesLeftOut", "outage", "safety", "text", "textsLeftOut",
            "unsafeCategories"],
        Erasable: ["text"]);

    /// <summary>The uploader, or a moderator, changed the declaration; the policies decide again.</summary>
    public static AuditEventType DeclarationChanged { get; } = new(
        "declaration-changed", ["declaration", "editKind", "from", "note", "realism"], CaseFirst: true, Erasable: ["note"]);

    /// <summary>The policies in force decide a past case again; <c>from</c> is the policy that it had.</summary>
    public static AuditEventType Reevaluated { get; } = new("reevaluated", ["backtest", "from"], CaseFirst: true);

    /// <summary>The policy decided.</summary>
    public static AuditEventType Decided { get; } = new(
        "decided", ["laws", "notices", "outcome", "policy", "reason", "rules"], IsDecision: true);

    /// <summary>The shadow policy would have decided this way; it has no effect.</summary>
    public static AuditEventType ShadowDecided { get; } = new(
        "shadow-decided", ["laws", "notices", "outcome", "policy", "reason", "rules"]);

    /// <summary>The video stays in quarantine for a moderator.</summary>
    public static AuditEventType Quarantined { get; } = new(
        "quarantined", ["code", "location", "message", "reason"], PublishedAs: "quarantined", Erasable: ["location", "message"]);

    /// <summary>A published video waits for a moderator, and stays published meanwhile.</summary>
    public static AuditEventType HeldInPlace { get; } = new(
        "held-in-place", ["code", "message", "reason"], PublishedAs: "held-in-place", Erasable: ["message"]);

    /// <summary>The video was moved back to quarantine after an undo or an appeal.</summary>
    public static AuditEventType ReturnedToQuarantine { get; } = new(
        "returned-to-quarantine", ["location"], PublishedAs: "quarantined", Erasable: ["location"]);

    /// <summary>A published video was moved out of what is published, because of an order to take it down.</summary>
    public static AuditEventType TakenDown { get; } = new(
        "taken-down", ["location"], PublishedAs: "taken-down", Erasable: ["location"]);

    /// <summary>An order to take a published video down was entered.</summary>
    public static AuditEventType TakedownOrdered { get; } = new(
        "takedown-ordered", ["copies", "copyOf", "due", "kind", "note", "received", "reference"], PublishedAs: "takedown-ordered",
        CaseFirst: true, Erasable: ["note", "reference"]);

    /// <summary>Half of an order's clock has passed, and the video is still published.</summary>
    public static AuditEventType TakedownEscalated { get; } = new(
        "takedown-escalated", ["due", "kind"], PublishedAs: "takedown-escalated", CaseFirst: true);

    /// <summary>An order's clock has ended, and the video is still published.</summary>
    public static AuditEventType TakedownOverdue { get; } = new(
        "takedown-overdue", ["due", "kind"], PublishedAs: "takedown-overdue", CaseFirst: true);

    /// <summary>An order does not hold: the video stays published.</summary>
    public static AuditEventType TakedownWithdrawn { get; } = new(
        "takedown-withdrawn", ["kind", "note"], PublishedAs: "takedown-withdrawn", IsDecision: true, CaseFirst: true,
        Erasable: ["note"]);

    /// <summary>Identical copies of a video are taken down with it.</summary>
    public static AuditEventType TakedownCopies { get; } = new("takedown-copies", ["cases"], CaseFirst: true);

    /// <summary>The video was published.</summary>
    public static AuditEventType Published { get; } = new("published", ["location"], PublishedAs: "published", Erasable: ["location"]);

    /// <summary>The video was rejected.</summary>
    public static AuditEventType Rejected { get; } = new("rejected", ["location"], PublishedAs: "rejected", Erasable: ["location"]);

    /// <summary>The upload was not taken in.</summary>
    public static AuditEventType Superseded { get; } = new("superseded", ["refusal"], PublishedAs: "superseded");

    /// <summary>The video that was taken in no longer exists.</summary>
    public static AuditEventType Lost { get; } = new("lost", [], PublishedAs: "lost");

    /// <summary>A labelled copy was published.</summary>
    public static AuditEventType Labelled { get; } = new(
        "labelled",
        [
            "contentProducer", "contentPropagator", "credentials", "explicit", "label", "manifest", "original", "propagateId", "signer",
            "text",
        ],
        Erasable: ["credentials", "original"]);

    /// <summary>The label that was ordered cannot be added; the review is open again.</summary>
    public static AuditEventType LabellingFailed { get; } = new(
        "labelling-failed", ["code", "explicit", "message"], CaseFirst: true, Erasable: ["message"]);

    /// <summary>A moderator claimed the review.</summary>
    public static AuditEventType ReviewClaimed { get; } = new("review-claimed", [], CaseFirst: true);

    /// <summary>A senior moderator took over a claim.</summary>
    public static AuditEventType ReviewTakenOver { get; } = new("review-taken-over", ["from"], CaseFirst: true);

    /// <summary>The claim was released.</summary>
    public static AuditEventType ReviewReleased { get; } = new("review-released", [], CaseFirst: true);

    /// <summary>The claim was handed over.</summary>
    public static AuditEventType ReviewHandedOver { get; } = new("review-handed-over", ["to"], CaseFirst: true);

    /// <summary>The policy's reminder became due.</summary>
    public static AuditEventType ReviewReminded { get; } = new("review-reminded", [], CaseFirst: true);

    /// <summary>A moderator, or time, escalated the review.</summary>
    public static AuditEventType ReviewEscalated { get; } = new("review-escalated", ["note"], CaseFirst: true, Erasable: ["note"]);

    /// <summary>A moderator asked the uploader a question.</summary>
    public static AuditEventType ReviewInformationRequested { get; } = new(
        "review-information-requested", ["question"], CaseFirst: true, Erasable: ["question"]);

    /// <summary>The uploader answered.</summary>
    public static AuditEventType ReviewInformationGiven { get; } = new(
        "review-information-given", ["answer"], CaseFirst: true, Erasable: ["answer"]);

    /// <summary>A decision waits for a second person.</summary>
    public static AuditEventType ReviewDecisionHeld { get; } = new(
        "review-decision-held",
        ["label", "note", "reasonCode", "verdict"], IsDecision: true, CaseFirst: true, Erasable: ["note"]);

    /// <summary>The second person disagreed.</summary>
    public static AuditEventType ReviewDisagreed { get; } = new(
        "review-disagreed",
        ["decidedBy", "note", "reasonCode", "secondNote", "verdict"], IsDecision: true, CaseFirst: true, Erasable: ["note", "secondNote"]);

    /// <summary>A moderator, or the expiry of the review, decided.</summary>
    public static AuditEventType ReviewDecided { get; } = new(
        "review-decided",
        ["decidedBy", "label", "note", "reasonCode", "secondNote", "verdict"], IsDecision: true, CaseFirst: true,
        Erasable: ["note", "secondNote"]);

    /// <summary>A decision was undone within its window.</summary>
    public static AuditEventType ReviewUndone { get; } = new(
        "review-undone",
        ["decidedBy", "note", "verdict"], IsDecision: true, CaseFirst: true, Erasable: ["note"]);

    /// <summary>The uploader appealed.</summary>
    public static AuditEventType ReviewAppealed { get; } = new(
        "review-appealed",
        ["against", "text"], PublishedAs: "appealed", IsDecision: true, CaseFirst: true, Erasable: ["text"]);

    /// <summary>Reconciliation repaired the case.</summary>
    public static AuditEventType Repaired { get; } = new("repaired", ["done", "found", "kind"], Erasable: ["done", "found"]);

    /// <summary>An erasure began: from here on the uploader cannot act on the case.</summary>
    public static AuditEventType ErasureStarted { get; } = new("erasure-started", []);

    /// <summary>The uploader's personal data, the video and its evidence were erased; the decision stays.</summary>
    public static AuditEventType Erased { get; } = new("erased", ["erasure", "orderedBy", "reason"]);

    /// <summary>The evidence of a published video was removed after its retention.</summary>
    public static AuditEventType EvidenceRemoved { get; } = new("evidence-removed", ["files"]);

    /// <summary>The record of the upload was removed after its retention.</summary>
    public static AuditEventType TicketRemoved { get; } = new("ticket-removed", []);

    /// <summary>A senior moderator released reviews that were held because too many were about to expire at once.</summary>
    public static AuditEventType ExpiryReleased { get; } = new("expiry-released", ["until"]);

    /// <summary>Hash of the case after a step met a concurrent change, or was repeated.</summary>
    public static AuditEventType Restated { get; } = new("restated", []);

    /// <summary>A webhook event was abandoned.</summary>
    public static AuditEventType WebhookAbandoned { get; } = new(
        "webhook-abandoned",
        ["attempts", "detail", "endpoint", "event", "webhookId"]);

    /// <summary>Gets every type, in the order above.</summary>
    public static IReadOnlyList<AuditEventType> All { get; } =
    [
        .. typeof(AuditEventTypes).GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(AuditEventType))
            .Select(property => (AuditEventType)property.GetValue(null)!),
    ];

    // Initialized last: static initializers run in the order of the text.
    private static readonly FrozenDictionary<string, AuditEventType> ByName = All.ToFrozenDictionary(type => type.Name);

    /// <summary>Gets a type by its name, or null if there is none.</summary>
    public static AuditEventType? Find(string name) => ByName.GetValueOrDefault(name);
}
