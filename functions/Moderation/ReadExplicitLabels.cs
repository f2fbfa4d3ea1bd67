using System.Text;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible;
using Microsoft.Azure.Functions.Worker;
using Serverless.Cases;
using Serverless.Storage;

namespace Serverless.Moderation;

/// <summary>Reads the labels that people see and keeps every measure as evidence.</summary>
public sealed class ReadExplicitLabels(UploadPictures uploads, ExplicitLabelReader reader, EvidenceStore evidence)
{
    /// <exception cref="StorageOutageException">Storage does not answer; the file is not to blame.</exception>
    [Function(nameof(ReadExplicitLabels))]
    public async Task<ExplicitLabelSummary> RunAsync([ActivityTrigger] LookRequest input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        try
        {
            var (seen, problems) = await uploads.LookAsync(input, pictures => ReadAsync(pictures, cancellationToken), cancellationToken);
            return await StorageOutage.TellAsync(
                $"The visible labels of case {input.CaseId} could not be kept.",
                async () =>
                {
                    await KeepAsync(input.CaseId, seen, cancellationToken);
                    return ExplicitLabelJudgement.Of(seen, problems);
                });
        }
        catch (UploadGoneException)
        {
            // Whoever moves the video finds out the same and ends the case.
            return new() { Compliance = ExplicitLabel.Undecodable, Problems = ["upload.gone"] };
        }
    }

    private async Task<(ExplicitLabels Seen, IReadOnlyList<string> Problems)> ReadAsync(FfmpegFrameSource pictures, CancellationToken cancellationToken)
    {
        var plan = SamplingPlan.For(pictures.Duration, new SamplingOptions());
        var seen = await reader.ReadAsync(pictures, plan.Stretches.Select(stretch => stretch.Request), cancellationToken);
        return (seen, [.. pictures.Problems.Select(problem => problem.Code)]);
    }

    private async Task KeepAsync(string caseId, ExplicitLabels seen, CancellationToken cancellationToken)
    {
        await evidence.WriteAsync(caseId, EvidenceFiles.ExplicitLabels, seen, ExplicitLabelsJson.Default.ExplicitLabels, cancellationToken);
        var text = new StringBuilder().AppendJoin('\n', seen.Labels.Select(label => label.Text).Distinct()).ToString();
        await evidence.WriteAsync(caseId, EvidenceFiles.RecognizedText, new BinaryData(text), "text/plain; charset=utf-8", cancellationToken);
    }
}
