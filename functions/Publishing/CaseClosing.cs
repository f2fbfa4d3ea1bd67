using Serverless.Audit;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Publishing;

/// <summary>Writes that a case has reached its end and takes it off the review queue.</summary>
public sealed class CaseClosing(CaseJournal journal, ReviewIndex reviews, TimeProvider time)
{
    /// <returns>The state that the case is in now.</returns>
    public async Task<CaseState> CloseAsync(StoredCase stored, CaseState state, BlobLocation? location, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (stored.Case.Review is not null)
        {
            await reviews.RemoveAsync(stored.Case, cancellationToken);
        }

        var closed = new AuditEvent(AuditType(state), "system", location is null
            ? []
            : new Dictionary<string, string> { ["location"] = $"{location.Container}/{location.Name}" });
        await journal.RecordAsync(
            stored,
            [closed],
            changed => changed with { State = state, Location = location, ClosedAt = time.GetUtcNow() },
            cancellationToken);
        return state;
    }

    private static string AuditType(CaseState state) => state switch
    {
        CaseState.Published => "published",
        CaseState.Rejected => "rejected",
        CaseState.Superseded => "superseded",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not an end state of a case."),
    };
}
