using System.Text;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;
using VideoGate.Cases.Evidence;

namespace VideoGate.Moderation;

/// <summary>Stores the analysis of a case's upload as evidence.</summary>
internal sealed class VideoAnalysisEvidence(EvidenceStore evidence, string caseId)
{
    /// <param name="images">JPEG image of each frame.</param>
    public async Task KeepAsync(VideoAnalysis viewed, IReadOnlyList<byte[]> images, byte[]? sheet, CancellationToken cancellationToken)
    {
        foreach (var (index, image) in images.Index())
        {
            await evidence.WriteAsync(caseId, EvidenceFiles.Frame(index + 1), new BinaryData(image), "image/jpeg", cancellationToken);
        }

        if (sheet is not null)
        {
            await evidence.WriteAsync(caseId, EvidenceFiles.ContactSheet, new BinaryData(sheet), "image/jpeg", cancellationToken);
        }

        await evidence.WriteAsync(
            caseId, EvidenceFiles.ExplicitLabels, viewed.Labels ?? new(), ExplicitLabelsJson.Default.ExplicitLabels, cancellationToken);
        if (viewed.Audio is { } heard)
        {
            await evidence.WriteAsync(caseId, EvidenceFiles.AudioLabels, heard, AudioLabelsJson.Default.AudioLabels, cancellationToken);
        }

        var text = new StringBuilder().AppendJoin('\n', viewed.Text).ToString();
        await evidence.WriteAsync(
            caseId, EvidenceFiles.RecognizedText, new BinaryData(text), "text/plain; charset=utf-8", cancellationToken);

        // Written last: a reader that finds this file finds the images too.
        await evidence.WriteAsync(caseId, EvidenceFiles.Frames, Frames(viewed), EvidenceJson.Default.FrameEvidence, cancellationToken);
    }

    private static FrameEvidence Frames(VideoAnalysis viewed) => new(
        [.. viewed.Plan.Stretches.Select(Planned)],
        [.. viewed.Distinct.Select(
            (group, index) => new SampledFrame(index + 1, Seconds(group.Time), [.. group.StandsFor.Select(Seconds)]))],
        [.. viewed.Problems.Select(problem => problem.Code).Distinct()],
        viewed.BytesRead);

    private static SampledStretch Planned(PlannedStretch stretch) => new(
        CamelCase.Name(stretch.Request.Purpose),
        stretch.Reason,
        Seconds(stretch.Request.From),
        Seconds(stretch.Request.Duration),
        Math.Round(stretch.Request.FramesPerSecond, 3));

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);
}
