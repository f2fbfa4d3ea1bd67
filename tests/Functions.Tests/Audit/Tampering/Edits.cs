using VideoGate.Audit;
using VideoGate.Audit.Anchors;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Tests.Review;

namespace VideoGate.Tests.Audit.Tampering;

/// <summary>Edits of cases, logs, heads, manifests and indexes, each with the first place at which it shows.</summary>
internal static partial class Edits
{
    public static IReadOnlyDictionary<string, Edit> All { get; } =
        new[] { Cases(), Logs(), Heads(), Manifests(), Indexes() }.SelectMany(edits => edits).ToDictionary(edit => edit.Name);

    private static IEnumerable<Edit> Cases() =>
    [
        OfCase("case: the policy's outcome", gate => gate.Open[0], "4", "CaseChanged",
            said => said with { Decision = said.Decision! with { Outcome = DecisionOutcome.Publish } }),
        OfCase("case: a decision without an author", gate => gate.Open[1], "4", "CaseChanged", Approved),
        OfCase("case: a decision with an event of its own", gate => gate.Open[2], "4", "Forged", said => WithEvent(Approved(said), "bob")),
        new("case: a decision with another event's seal", async gate =>
        {
            var seal = (await gate.CaseAsync(gate.Decided[0])).Unlogged[0].Seal;
            return await ChangeAsync(gate, gate.Open[3], "4", "Forged", said => WithEvent(Approved(said), "bob", seal));
        }),
        OfCase("case: the place of the video", gate => gate.Decided[1], "5", "CaseChanged",
            said => said with { Location = new(Containers.Quarantine, "another.mp4") }),
        OfCase("case: whose video it is", gate => gate.Decided[2], "5", "CaseChanged",
            said => said with { Submission = said.Submission with { Uploader = "mallory" } }),
        OfCase("case: who decided", gate => gate.Decided[3], "5", "CaseChanged",
            said => said with { Review = said.Review! with { Decision = said.Review.Decision! with { DecidedBy = "carol" } } }),
        OfCase("case: the end of the undo window", gate => gate.Published[0], "6", "CaseChanged",
            said => said with
            {
                Review = said.Review! with { Decision = said.Review.Decision! with { UndoUntil = DateTimeOffset.MaxValue } },
            }),
        OfCase("case: the policy in force", gate => gate.Open[4], "4", "CaseChanged",
            said => said with { Policy = said.Policy with { Version = "0.0.1" } }),
        OfCase("case: published without an entry", gate => gate.Decided[4], "5", "CaseChanged",
            said => said with { State = CaseState.Published, ClosedAt = TimeProvider.System.GetUtcNow() }),
        new("case: an earlier version is put back", async gate =>
        {
            await WriteCaseAsync(gate, gate.Earlier(gate.Decided[5]));
            return new(gate.Decided[5], "4", "RolledBack");
        }),
        new("case: another case in its place", async gate =>
        {
            await gate.WriteAsync(CaseAt(gate.Open[5]), await gate.ReadAsync(CaseAt(gate.Open[6])));
            return new(gate.Open[5], "4", "CaseUnreadable");
        }),
        new("case: garbage", async gate =>
        {
            await gate.WriteAsync(CaseAt(gate.Open[7]), BinaryData.FromString("{"));
            return new(gate.Open[7], "4", "CaseUnreadable");
        }),
        new("case: removed", async gate =>
        {
            await gate.DeleteAsync(CaseAt(gate.Published[1]));
            return new(gate.Published[1], "6", "CaseMissing");
        }),
    ];

    private static IEnumerable<Edit> Logs() =>
    [
        OfLog("log: a word of an entry", gate => gate.Published[2], "2", "Changed",
            (lines, _) => [lines[0], lines[1].Replace("Quarantine", "Publish", StringComparison.Ordinal), .. lines[2..]]),
        OfLog("log: the last entry is cut off", gate => gate.Published[3], "6", "Truncated", (lines, _) => lines[..^1]),
        OfLog("log: an entry is cut out", gate => gate.Published[4], "3", "Removed", (lines, _) => [.. lines[..2], .. lines[3..]]),
        OfLog("log: two entries are swapped", gate => gate.Published[5], "2", "Reordered",
            (lines, _) => [lines[0], lines[2], lines[1], .. lines[3..]]),
        OfLog("log: an entry is repeated", gate => gate.Published[6], "3", "Reordered", (lines, _) => [.. lines[..2], .. lines[1..]]),
        OfLog("log: garbage is appended", gate => gate.Open[8], "5", "Garbage", (lines, _) => [.. lines, "nothing"]),
        OfLog("log: chained again with another actor", gate => gate.Published[7], "3", "AnchorDiffers",
            (lines, caseId) => Rechained(caseId, lines, 2, entry => entry with { Actor = "mallory" })),
        OfLog("log: a decision is appended", gate => gate.Open[9], "5", "RolledBack",
            (lines, caseId) => Appended(caseId, lines, new("review-decided", "bob", new() { ["verdict"] = "approve" }))),
        new("log: another case's log in its place", async gate =>
        {
            await gate.WriteLogAsync(gate.Decided[6], await gate.LogAsync(gate.Decided[7]));
            return new(gate.Decided[6], "1", "ForeignCase");
        }),
        new("log: removed", async gate =>
        {
            await gate.DeleteAsync(LogAt(gate.Decided[8]));
            return new(gate.Decided[8], "1", "Truncated");
        }),
        new("log: removed with its case", async gate =>
        {
            await gate.DeleteAsync(LogAt(gate.Decided[9]));
            await gate.DeleteAsync(CaseAt(gate.Decided[9]));
            return new(gate.Decided[9], "1", "AnchorMissing");
        }),
        new("log: cut off, and the case put back to then", async gate =>
        {
            await gate.WriteLogAsync(gate.Published[8], (await gate.LogAsync(gate.Published[8]))[..3]);
            await WriteCaseAsync(gate, gate.Earlier(gate.Published[8]));
            return new(gate.Published[8], "4", "AnchorMissing");
        }),
        new("log: chained again, and the case's head with it", async gate =>
        {
            var caseId = gate.Published[9];
            var lines = Rechained(caseId, await gate.LogAsync(caseId), 2, entry => entry with { Actor = "mallory" });
            await gate.WriteLogAsync(caseId, lines);
            var head = AuditChain.HeadOf(AuditChain.Verify(caseId, Bytes(lines)));
            await WriteCaseAsync(gate, (await gate.CaseAsync(caseId)) with { AuditHead = head });
            return new(caseId, "3", "AnchorDiffers");
        }),
    ];

    private static IEnumerable<Edit> Heads() =>
    [
        OfHead("head: removed", gate => gate.Decided[0], "1", "HeadChanged", _ => null),
        OfHead("head: its hash", gate => gate.Decided[1], "4", "Rewritten", head => head with { Hash = new('0', 64) }),
        OfHead("head: its place", gate => gate.Decided[2], "4", "HeadChanged", head => head with { Position = head.Position - 1 }),
        OfHead("head: an event that never was", gate => gate.Decided[3], "4", "HeadChanged",
            head => head with { Events = [.. head.Events, "published"] }),
        OfHead("head: what the case says", gate => gate.Decided[4], "4", "HeadChanged", head => head with { CaseHash = new('0', 64) }),
        OfHead("head: beyond the log", gate => gate.Decided[5], "6", "Truncated", head => head with { Sequence = 9 }),
        new("head: an earlier one", async gate =>
        {
            var caseId = gate.Published[0];
            return await ChangeAsync(
                gate, caseId, "5", "CaseChanged", said => said with { AuditHead = gate.Earlier(caseId).AuditHead });
        }),
    ];

    private static IEnumerable<Edit> Manifests() =>
    [
        new("manifest: a head", async gate =>
        {
            var text = (await gate.ReadAsync(ManifestAt(gate.FirstManifest))).ToString();
            var payload = text.Split('.')[1];
            await gate.WriteAsync(
                ManifestAt(gate.FirstManifest), BinaryData.FromString(text.Replace(payload, $"A{payload[1..]}", StringComparison.Ordinal)));
            return new(gate.FirstManifest, "0", "Garbage");
        }),
        new("manifest: the first is removed", async gate =>
        {
            await gate.DeleteAsync(ManifestAt(gate.FirstManifest));
            return new(gate.FirstManifest, "0", "Missing");
        }),
        new("manifest: the last is removed", async gate =>
        {
            await gate.DeleteAsync(ManifestAt(gate.LastManifest));
            return new(gate.LastManifest, "0", "Missing");
        }),
        new("manifest: replaced without a signature", async gate =>
        {
            using var keyless = new AuditSigner(Microsoft.Extensions.Options.Options.Create(new AuditOptions()));
            var payload = Jws.Decode((await gate.ReadAsync(ManifestAt(gate.LastManifest))).ToString(), gate.Truth.Signer)!.Value.Payload;
            await gate.WriteAsync(ManifestAt(gate.LastManifest), BinaryData.FromString(Jws.Encode(payload, keyless)));
            return new(gate.LastManifest, "0", "Unsigned");
        }),
        new("manifest: of another day", async gate =>
        {
            await gate.WriteAsync(ManifestAt(gate.LastManifest), await gate.ReadAsync(ManifestAt(gate.FirstManifest)));
            return new(gate.LastManifest, "0", "Misnamed");
        }),
        new("manifest: what the app remembers is removed", async gate =>
        {
            await gate.DeleteAsync(new(Containers.Cases, "audit-anchor.json"));
            return new(gate.LastManifest, "0", "Forgotten");
        }),
        new("manifest: what the app remembers is another", async gate =>
        {
            await gate.WriteAsync(
                new(Containers.Cases, "audit-anchor.json"),
                BinaryData.FromString($$"""{"name":"{{gate.LastManifest}}","sha256":"{{new string('0', 64)}}"}"""));
            return new(gate.LastManifest, "0", "Changed");
        }),
    ];

    private static IEnumerable<Edit> Indexes() =>
    [
        OfIndex("index: a row of the queue is removed", "reviews/open/", gate => gate.Open[0], "review-queue", row: null),
        OfIndex("index: a row of the queue is another's", "reviews/open/", gate => gate.Open[1], "review-queue", row: "e30"),
        OfIndex("index: a decision is removed", "decisions/", gate => gate.Decided[0], "decisions", row: null),
        OfIndex("index: a decision is another", "decisions/", gate => gate.Decided[1], "decisions", row: "bm90aGluZw"),
        OfIndex("index: a relation is removed", "related/", gate => gate.Published[0], "case-relations", row: null),
    ];

    private static ModerationCase Approved(ModerationCase said) => said with
    {
        Review = said.Review! with { State = ReviewState.Decided, Decision = Reviewed.Approval },
    };

    private static ModerationCase WithEvent(ModerationCase said, string by, string? seal = null) => said with
    {
        Unlogged =
        [
            new("review-decided:9", "review-decided", by, new Dictionary<string, string>
            {
                ["verdict"] = "approve",
                ["reasonCode"] = Reviewed.Approval.ReasonCode,
            }, seal),
        ],
    };
}
