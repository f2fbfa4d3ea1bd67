using AiLabels;
using AiLabels.Reports;
using Azure;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;
using VideoGate.TrustLists;

namespace VideoGate.Moderation;

/// <summary>Reads every AI label in the upload by ranges and keeps the whole report as evidence.</summary>
public sealed class InspectVideo(
    BlobStorage storage, CaseStore cases, TrustListStore trustLists, EvidenceStore evidence, DecodingMetrics metrics, TimeProvider time)
{
    /// <exception cref="StorageOutageException">Storage does not answer; the file is not to blame.</exception>
    [Function(nameof(InspectVideo))]
    public async Task<InspectVideoOutput> RunAsync([ActivityTrigger] CaseRequest input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await cases.GetAsync(input.CaseId, cancellationToken) is { Case.Decision: not null })
        {
            // Started again after it was decided: the upload may have been moved since, and nothing that is read now would count.
            return new InspectVideoOutput();
        }

        var upload = input.Request.Upload;
        var blob = storage.Blob(new BlobLocation(Containers.Uploads, upload.Name));

        try
        {
            // Whichever lists are in force now: the case records them, and a later step asks the case.
            var trust = await trustLists.InForceAsync(cancellationToken);
            var reader = new LabelReader(new() { SignerAnchors = trust.Signers, TimeStampAnchors = trust.TimeStampers }, time);
            var report = await reader.ReadAsync(new BlobByteSource(blob, new ETag(upload.ETag), upload.Length), cancellationToken);
            metrics.Inspected(report);
            var judgedBy = report.Credentials.Signer is SignerTrust.None ? null : trust.Lists;
            await KeepAsync(input.CaseId, report, judgedBy, cancellationToken);
            return new InspectVideoOutput { Labels = Summarize(report) with { TrustLists = judgedBy }, Format = report.Container.Format };
        }
        catch (UploadGoneException)
        {
            return new InspectVideoOutput { Superseded = true };
        }
        catch (Exception exception) when (StorageOutage.IsTransient(exception))
        {
            throw new StorageOutageException(
                $"The upload of case {input.CaseId} could not be inspected because storage does not answer.", exception);
        }
    }

    private async Task KeepAsync(string caseId, LabelReport report, TrustListsUsed? judgedBy, CancellationToken cancellationToken)
    {
        await evidence.WriteAsync(caseId, EvidenceFiles.Labels, report, LabelJson.Default.LabelReport, cancellationToken);
        if (judgedBy is not null)
        {
            await evidence.WriteAsync(caseId, EvidenceFiles.TrustLists, judgedBy, EvidenceJson.Default.TrustListsUsed, cancellationToken);
        }
    }

    private static LabelSummary Summarize(LabelReport report) => new()
    {
        Origin = report.Origin,
        Generator = report.Generator,
        Credentials = report.Credentials.Integrity,
        Signer = report.Credentials.Signer,
        Findings = report.Findings.CountBy(finding => CamelCase.Name(finding.Kind)).ToDictionary(),
        Problems = [.. report.Problems.Select(problem => problem.Code).Distinct().Take(MaxProblems)],
        BytesRead = report.BytesRead,
    };

    /// <summary>A hostile file can have thousands; the summary stays small and the report holds them all.</summary>
    private const int MaxProblems = 32;
}
