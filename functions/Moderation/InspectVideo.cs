using AiLabels;
using AiLabels.Reports;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;
using VideoGate.TrustLists;

namespace VideoGate.Moderation;

/// <summary>Reads all AI labels of the upload by range requests and keeps the full report as evidence.</summary>
public sealed class InspectVideo(
    BlobStorage storage, CaseStore cases, MalwareScan malware, TrustListStore trustLists, EvidenceStore evidence, FilesInReading reading,
    DecodingMetrics metrics, TimeProvider time)
{
    /// <exception cref="StorageOutageException">Storage does not respond; the file is not at fault.</exception>
    [Function(nameof(InspectVideo))]
    public async Task<InspectVideoOutput> RunAsync([ActivityTrigger] InspectVideoInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (await cases.GetAsync(input.CaseId, cancellationToken) is { Case.Decision: not null })
        {
            // Restarted after the decision: the video may have been moved, and the result would have no effect.
            return new InspectVideoOutput();
        }

        var (entered, wait) = await reading.EnterAsync(input.CaseId, cancellationToken);
        using var place = entered;
        return place is null ? new() { Wait = wait } : await ReadAsync(input, cancellationToken);
    }

    private async Task<InspectVideoOutput> ReadAsync(InspectVideoInput input, CancellationToken cancellationToken)
    {
        try
        {
            if (await malware.GetErrorAsync(input.CaseId, input.Held, cancellationToken) is { } error)
            {
                return InspectVideoOutput.Failed(error);
            }

            // Uses the current trust lists and records them in the case; later steps read them from the case.
            var trust = await trustLists.InForceAsync(cancellationToken);
            var options = new LabelReaderOptions
            {
                SignerAnchors = trust.Signers,
                TimeStampAnchors = trust.TimeStampers,
                Products = trust.Products,
            };
            var reader = new LabelReader(options, time);
            var report = await reader.ReadAsync(input.Held.Open(storage), cancellationToken);
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
                $"The video of case {input.CaseId} could not be inspected because storage does not answer.", exception);
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
        Captured = report.Credentials.Rubric?.Captured is true,
        SignerName = Shortened(report.Credentials.SignerName),
        ClaimGenerator = Shortened(report.Credentials.ClaimGenerator),
        Findings = report.Findings.CountBy(finding => CamelCase.Name(finding.Kind)).ToDictionary(),
        Problems = [.. report.Problems.Select(problem => problem.Code).Distinct().Take(MaxProblems)],
        BytesRead = report.BytesRead,
    };

    private static string? Shortened(string? claimed) => claimed is { Length: > MaxName } ? claimed[..MaxName] : claimed;

    private const int MaxName = 200;

    /// <summary>Limits the summary: a hostile file can have thousands of problems. The report holds all of them.</summary>
    private const int MaxProblems = 32;
}
