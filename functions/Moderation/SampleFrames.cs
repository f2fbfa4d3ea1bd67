using AiLabels;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using Microsoft.Azure.Functions.Worker;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>Takes pictures of the upload by a plan, and keeps those that look like no other as evidence.</summary>
public sealed class SampleFrames(UploadPictures uploads, EvidenceStore evidence)
{
    private const int MaxOnSheet = 48;

    private readonly FrameImages _images = new(new ProgramLimits());

    /// <returns>How many distinct frames there are; 0 when nothing can be decoded, which is a finding and no failure.</returns>
    /// <exception cref="StorageOutageException">Storage does not answer; the file is not to blame.</exception>
    [Function(nameof(SampleFrames))]
    public async Task<int> RunAsync([ActivityTrigger] LookRequest input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            var sampled = await uploads.LookAsync(input, pictures => SampleAsync(pictures, cancellationToken), cancellationToken);
            var images = await _images.EncodeAsync(sampled.Frames, cancellationToken);
            var sheet = images is [] ? null : await _images.ContactSheetAsync(OnSheet(sampled.Frames), cancellationToken: cancellationToken);
            return await StorageOutage.TellAsync(
                $"The frames of case {input.CaseId} could not be kept.",
                async () =>
                {
                    await KeepAsync(input.CaseId, sampled.Evidence, images, sheet, cancellationToken);
                    return images.Count;
                });
        }
        catch (UploadGoneException)
        {
            // Whoever moves the video finds out the same and ends the case.
            return 0;
        }
    }

    private static async Task<Sampled> SampleAsync(FfmpegFrameSource pictures, CancellationToken cancellationToken)
    {
        var plan = SamplingPlan.For(pictures.Duration, new SamplingOptions());
        var distinct = new DistinctFrames();
        List<Frame> kept = [];
        foreach (var stretch in plan.Stretches)
        {
            await foreach (var frame in pictures.ReadAsync(stretch.Request, cancellationToken))
            {
                if (distinct.Add(frame))
                {
                    kept.Add(frame);
                }
            }
        }

        return new(kept, new FrameEvidence(
            [.. plan.Stretches.Select(Planned)],
            [.. distinct.Groups.Select((group, index) => new SampledFrame(index + 1, Seconds(group.Time), [.. group.StandsFor.Select(Seconds)]))],
            [.. pictures.Problems.Select(problem => problem.Code).Distinct()],
            pictures.BytesRead));
    }

    private async Task KeepAsync(
        string caseId, FrameEvidence frames, IReadOnlyList<byte[]> images, byte[]? sheet, CancellationToken cancellationToken)
    {
        foreach (var (frame, image) in frames.Frames.Zip(images))
        {
            await evidence.WriteAsync(caseId, EvidenceFiles.Frame(frame.Id), new BinaryData(image), "image/jpeg", cancellationToken);
        }

        if (sheet is not null)
        {
            await evidence.WriteAsync(caseId, EvidenceFiles.ContactSheet, new BinaryData(sheet), "image/jpeg", cancellationToken);
        }

        // Last, for who finds it finds the pictures too.
        await evidence.WriteAsync(caseId, EvidenceFiles.Frames, frames, EvidenceJson.Default.FrameEvidence, cancellationToken);
    }

    private static Frame[] OnSheet(IReadOnlyList<Frame> frames)
    {
        var step = (frames.Count + MaxOnSheet - 1) / MaxOnSheet;
        return [.. frames.Where((_, index) => index % step == 0)];
    }

    private static SampledStretch Planned(PlannedStretch stretch) => new(
        CamelCase.Name(stretch.Request.Purpose),
        stretch.Reason,
        Seconds(stretch.Request.From),
        Seconds(stretch.Request.Duration),
        Math.Round(stretch.Request.FramesPerSecond, 3));

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private sealed record Sampled(IReadOnlyList<Frame> Frames, FrameEvidence Evidence);
}
