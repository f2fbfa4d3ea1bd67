using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Tests.Support;

/// <summary>Writes cases together with the audit entries that the workflow would have written: the two agree.</summary>
internal sealed class Recorded(CaseStore cases, AuditLog audit)
{
    public Recorded(BlobStorage storage)
        : this(new(storage, TimeProvider.System), new(storage, TimeProvider.System))
    {
    }

    public async Task<StoredCase> CreateAsync(ModerationCase said)
    {
        var head = await audit.AppendAsync(said.CaseId, null, [Of("opened", said, []), .. Decisions(said, before: null)]);
        return await cases.CreateAsync(said with { AuditHead = head });
    }

    public async Task<StoredCase> UpdateAsync(string caseId, Func<ModerationCase, ModerationCase> change)
    {
        while (true)
        {
            var stored = await cases.RequireAsync(caseId);
            var said = change(stored.Case);
            var head = await audit.AppendAsync(caseId, stored.Case.AuditHead, [.. Decisions(said, stored.Case)], CaseHash.Of(said));
            if (await cases.ReplaceAsync(stored, said with { AuditHead = head }) is { } written)
            {
                return written;
            }
        }
    }

    private static IEnumerable<AuditEvent> Decisions(ModerationCase said, ModerationCase? before)
    {
        if (said.Decision is { } decision && decision != before?.Decision)
        {
            yield return Of("decided", said, new() { ["outcome"] = decision.Outcome.ToString(), ["reason"] = decision.Reason });
        }

        if (said.Review?.Decision is { } ruling && ruling.DecidedAt != before?.Review?.Decision?.DecidedAt)
        {
            yield return Of("review-decided", said, new()
            {
                ["verdict"] = CamelCase.Name(ruling.Verdict),
                ["reasonCode"] = ruling.ReasonCode,
            }) with
            { Id = $"review-decided:{said.Review.Changes}:{said.Review.Round}:{Guid.NewGuid():N}" };
        }
    }

    private static AuditEvent Of(string type, ModerationCase said, Dictionary<string, string> data) =>
        new(type, "system", data) { CaseHash = CaseHash.Of(said) };
}
