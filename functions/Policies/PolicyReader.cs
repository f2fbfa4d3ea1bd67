using System.Security.Cryptography;
using System.Text.Json;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Reads a policy file strictly: rejects what <c>policy.schema.json</c> rejects, with line and remedy.</summary>
public static class PolicyReader
{
    /// <param name="file">Name of the file, for error messages.</param>
    /// <exception cref="InvalidPolicyException">The text is not a valid policy.</exception>
    public static Policy Read(string file, byte[] utf8)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        var positions = Locate(file, utf8);
        using var document = JsonDocument.Parse(utf8);
        List<PolicyError> errors = [];
        foreach (var path in positions.Repeated)
        {
            Report(path, "The property appears twice. Remove one.");
        }

        var policy = Policy(new(document.RootElement, "$", Report), Convert.ToHexStringLower(SHA256.HashData(utf8)));
        if (errors is [])
        {
            PolicyAnalyzer.Check(policy, Report);
        }

        return errors is [] ? policy : throw new InvalidPolicyException(errors);

        void Report(string path, string message)
        {
            var (line, column) = positions.Of(path);
            errors.Add(new(file, line, column, path, message));
        }
    }

    private static JsonPositions Locate(string file, byte[] utf8)
    {
        try
        {
            return new(utf8);
        }
        catch (JsonException failure)
        {
            var (line, column) = ((int)(failure.LineNumber ?? 0) + 1, (int)(failure.BytePositionInLine ?? 0) + 1);
            throw new InvalidPolicyException([new(file, line, column, "$", $"The file is not JSON. {failure.Message}")]);
        }
    }

    private static Policy Policy(PolicyNode root, string hash)
    {
        root.Expect(["id", "version", "title", "source", "rules", "otherwise"],
            "$schema", "jurisdiction", "status", "notice", "safety", "review");
        return new()
        {
            Id = root["id"].Identifier(),
            Version = root["version"].Text(),
            Hash = hash,
            Title = root["title"].Text(),
            Source = root["source"].Text(),
            Jurisdiction = root["jurisdiction"].Jurisdiction(),
            IsDraft = root["status"].OneOf(["inForce", "draft"]) is "draft",
            Rules = [.. root["rules"].Items().Select(PolicyRuleReader.Read)],
            Otherwise = PolicyRuleReader.Outcome(
                root["otherwise"].Expect(["then", "reason"]), DecisionOutcome.Publish, DecisionOutcome.Quarantine),
            Notice = Notice(root["notice"]),
            Safety = root["safety"] is { IsAbsent: false } safety ? Safety(safety) : null,
            HasReview = !root["review"].IsAbsent,
            Review = root["review"] is { IsAbsent: false } review ? Review(review) : null!,
        };
    }

    private static Dictionary<AiOrigin, string> Notice(PolicyNode notice)
    {
        // The Label of GB 45438-2025 annex E: 1 AI, 2 possibly AI, 3 suspected AI.
        notice.Expect([], [.. Fact.Text<AiOrigin>()]);
        return Enum.GetValues<AiOrigin>()
            .Select(origin => (origin, Label: notice[CamelCase.Name(origin)].OneOf(["1", "2", "3"])))
            .Where(entry => entry.Label is not "")
            .ToDictionary(entry => entry.origin, entry => entry.Label);
    }

    private static SafetyPolicy Safety(PolicyNode safety)
    {
        safety.Expect(["thresholds", "maxCalls", "maxWait"], "blocklists");
        var thresholds = safety["thresholds"].Expect(["hate", "selfHarm", "sexual", "violence"]);
        return new()
        {
            Thresholds = new(
                thresholds["hate"].Threshold(), thresholds["selfHarm"].Threshold(), thresholds["sexual"].Threshold(),
                thresholds["violence"].Threshold()),
            Blocklists = [.. safety["blocklists"].Items().Select(name => name.Text())],
            MaxCalls = safety["maxCalls"].Number(10, 10_000),
            MaxWait = safety["maxWait"].Duration(),
        };
    }

    private static ReviewPolicy Review(PolicyNode review)
    {
        review.Expect(["remindAfter", "escalateAfter", "expireAfter", "onExpiry", "reasonCodes"], "fourEyes", "undoWindow", "appealWindow");
        var reasons = review["reasonCodes"].Expect(["approve", "reject"], "approveWithLabel");
        return new()
        {
            RemindAfter = review["remindAfter"].Duration(),
            EscalateAfter = review["escalateAfter"].Duration(),
            ExpireAfter = review["expireAfter"].Duration(),
            OnExpiry = review["onExpiry"].OneOf<ExpiryAction>(),
            ApproveReasons = [.. reasons["approve"].Items().Select(Reason)],
            LabelReasons = reasons["approveWithLabel"] is { IsAbsent: false } label ? [.. label.Items().Select(Reason)] : null!,
            RejectReasons = [.. reasons["reject"].Items().Select(Reason)],
            FourEyes = [.. review["fourEyes"].Items().Select(NeedsSecondPerson)],
            UndoWindow = review["undoWindow"].Duration(),
            AppealWindow = review["appealWindow"].Duration(),
        };
    }

    private static string NeedsSecondPerson(PolicyNode node) =>
        node.Element.ValueKind is JsonValueKind.String && Fact.Text<ReviewVerdict>().Contains(node.Element.GetString()!)
            ? node.Text()
            : node.Identifier();

    private static ReasonCode Reason(PolicyNode reason)
    {
        reason.Expect(["code", "title"], "liftsNotices", "when");
        return new(reason["code"].Identifier(), reason["title"].Text(), reason["liftsNotices"].Flag())
        {
            When = reason["when"] is { IsAbsent: false } when ? [.. when.Items().Select(PolicyRuleReader.Condition)] : null,
        };
    }
}
