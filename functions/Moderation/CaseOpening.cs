using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Policies;
using VideoGate.Storage;
using VideoGate.Telemetry;

namespace VideoGate.Moderation;

/// <summary>Writes the case of a video that was taken in, or could not be, and pins the policies that decide it.</summary>
public sealed class CaseOpening(
    UploaderStore uploaders, RelatedCases related, CaseJournal journal, LoadedPolicies policies, TimeProvider time)
{
    /// <param name="known">The case that an earlier attempt opened; null if there is none.</param>
    internal async Task<ModerationCase> OpenAsync(
        StoredCase? known, CaseRequest input, TakenIn taken, Submission submission, CancellationToken cancellationToken)
    {
        var opened = (known ?? await OpenAsync(input, taken, submission, cancellationToken)).Case;
        await related.AddAsync(opened, cancellationToken);
        return opened;
    }

    private async Task<StoredCase> OpenAsync(
        CaseRequest input, TakenIn taken, Submission submission, CancellationToken cancellationToken)
    {
        if (submission is { Uploader: { } uploader, Pseudonym: null })
        {
            submission = submission with { Pseudonym = await uploaders.PseudonymAsync(uploader, cancellationToken) };
        }

        var (upload, import) = (input.Request.Upload, input.Request.Import);
        var policy = policies.Active.Pin;
        PolicyVersion[] laws = [.. policies.LawsFor(submission.Jurisdictions ?? []).Select(law => law.Pin)];
        return await journal.OpenAsync(Opened(upload, submission, [policy, .. laws], import), new ModerationCase
        {
            CaseId = input.CaseId,
            State = CaseState.Inspecting,
            Upload = upload,
            Submission = submission,
            Policy = policy,
            Laws = laws,
            Location = taken.Held?.Place ?? new(Containers.Uploads, upload.Name),
            Held = taken.Held,
            Import = import is null ? null : import with { Apply = false },
            Refusal = taken.Refusal,
            ContentFingerprint = taken.Fingerprint,
            OpenedAt = time.GetUtcNow(),
            TraceParent = CaseTrace.Current,
        }, cancellationToken);
    }

    private static AuditEvent Opened(
        UploadedVideo upload, Submission submission, IReadOnlyList<PolicyVersion> policies, ImportOrder? import)
    {
        var data = new Dictionary<string, string>
        {
            ["upload"] = upload.Name,
            ["etag"] = upload.ETag,
            ["declaration"] = submission.Declaration.ToString(),
            ["jurisdictions"] = string.Join(' ', submission.Jurisdictions ?? []),
            ["policy"] = string.Join("; ", policies.Select(policy => $"{policy.Id} {policy.Version} {policy.Hash}")),
        };
        if (import is not null)
        {
            data["import"] = import.ImportId;
        }

        return new(AuditEventTypes.Opened.Name, Actors.System, data);
    }
}
