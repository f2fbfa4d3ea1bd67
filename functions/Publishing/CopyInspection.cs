using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;

namespace VideoGate.Publishing;

/// <summary>Inspects a labelled copy like an upload and keeps the results as evidence.</summary>
internal sealed class CopyInspection(BlobStorage storage, ExplicitLabelReader pictures, EvidenceStore evidence, TimeProvider time)
{
    /// <summary>Skips the hash of content credentials: that of the upload cannot match the copy.</summary>
    private readonly LabelReader _labels = new(new() { CheckContentHash = false }, time);

    private readonly LabelReader _signedLabels = new(new(), time);

    /// <returns>The problem that prevents publication, if any, and the copy's visible labels.</returns>
    public async Task<(LabelProblem? Problem, ExplicitLabelSummary? Seen, long Length)> InspectAsync(
        ModerationCase decided, LabellingResult made, LabelReport before, LabelToWrite? label, CancellationToken cancellationToken)
    {
        var blob = storage.Blob(LabelledCopyWriter.Place(decided.CaseId));
        var properties = (await blob.GetPropertiesAsync(cancellationToken: cancellationToken)).Value;
        var bytes = new BlobByteSource(blob, properties.ETag, properties.ContentLength);
        var isSigned = made.Signature is { Problem: null };
        var after = await (isSigned ? _signedLabels : _labels).ReadAsync(bytes, cancellationToken);
        await evidence.WriteAsync(decided.CaseId, EvidenceFiles.LabelledLabels, after, LabelJson.Default.LabelReport, cancellationToken);
        if ((LabelledCopyVerifier.Metadata(decided, before, after, label, made)
            ?? (isSigned ? LabelledCopyVerifier.Signature(before, after, made.Signature!) : null)) is { } problem)
        {
            return (problem, null, bytes.Length);
        }

        if (made.Order.Explicit is ExplicitChoice.None)
        {
            return (null, null, bytes.Length);
        }

        var (seen, duration) = await LookAsync(decided.CaseId, bytes, after.Container.Format, cancellationToken);
        return (LabelledCopyVerifier.Picture(decided, made.Order, seen, duration), seen, bytes.Length);
    }

    private async Task<(ExplicitLabelSummary Seen, TimeSpan? Duration)> LookAsync(
        string caseId, BlobByteSource bytes, ContainerFormat format, CancellationToken cancellationToken)
    {
        await using var source = await FfmpegFrameSource.OpenAsync(bytes, format, new FrameSourceOptions(), cancellationToken);
        var plan = SamplingPlan.For(source.Duration, new SamplingOptions());
        var seen = await pictures.ReadAsync(source, plan.Stretches.Select(static stretch => stretch.Request), cancellationToken);
        await evidence.WriteAsync(
            caseId, EvidenceFiles.LabelledExplicitLabels, seen, ExplicitLabelsJson.Default.ExplicitLabels, cancellationToken);
        return (ExplicitLabelJudgement.Of(seen, source.Problems.Select(static problem => problem.Code)), source.Duration);
    }
}
