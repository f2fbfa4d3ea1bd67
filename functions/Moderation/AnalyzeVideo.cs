using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Viewing;
using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Analyzes the upload in one pass: keeps the distinct frames, all measurements of the visible labels, and all text, as evidence.
/// </summary>
public sealed class AnalyzeVideo(UploadAnalyzer uploads, EvidenceStore evidence)
{
    private const int MaxOnSheet = 48;

    private readonly FrameImages _images = new(new ProgramLimits());

    /// <returns>The analysis, or a time to wait; an undecodable video is a finding, not a failure.</returns>
    /// <exception cref="StorageOutageException">Storage does not respond; the file is not at fault.</exception>
    [Function(nameof(AnalyzeVideo))]
    public async Task<AnalyzeVideoOutput> RunAsync([ActivityTrigger] AnalyzeVideoInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            var (analysis, wait) = await uploads.AnalyzeAsync(input, cancellationToken);
            if (analysis is not { } viewed)
            {
                return AnalyzeVideoOutput.NoPlace(wait);
            }

            var images = await _images.EncodeAsync(viewed.Frames, cancellationToken);
            var sheet = images is [] ? null : await _images.ContactSheetAsync(OnSheet(viewed.Frames), cancellationToken: cancellationToken);
            return await StorageOutage.TranslateAsync(
                $"The video analysis of case {input.CaseId} could not be stored.",
                async () =>
                {
                    await new VideoAnalysisEvidence(evidence, input.CaseId).KeepAsync(viewed, images, sheet, cancellationToken);
                    return Summarize(viewed, images.Count);
                });
        }
        catch (UploadGoneException)
        {
            // The step that moves the video notices it too and closes the case.
            return AnalyzeVideoOutput.Nothing("upload.gone");
        }
    }

    private static AnalyzeVideoOutput Summarize(VideoAnalysis viewed, int frames) => new(
        ExplicitLabelJudgement.Of(viewed.Labels ?? new(), viewed.Problems.Select(problem => problem.Code)),
        frames,
        viewed.Audio is not { } heard ? AudioLabel.NotChecked : heard.Labels is [] ? AudioLabel.Missing : AudioLabel.Present);

    private static Frame[] OnSheet(IReadOnlyList<Frame> frames)
    {
        var step = (frames.Count + MaxOnSheet - 1) / MaxOnSheet;
        return [.. frames.Where((_, index) => index % step == 0)];
    }
}
