using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reading;
using AiLabels.Reports;
using VideoGate.Bench.Visible.Specimens;

namespace VideoGate.Bench.Visible.Ways;

/// <summary>The library with the plan of the workflow.</summary>
internal static class Product
{
    private static readonly ExplicitLabelReader Reader = new(LabelVocabulary.Default, new ExplicitLabelOptions());

    public static async Task<Answer> LookAsync(string path)
    {
        var began = CpuTime.Seconds();
        using var file = new FileByteSource(path);
        await using var source = await FfmpegFrameSource.OpenAsync(file, ContainerFormat.IsoBmff, new FrameSourceOptions());
        var plan = SamplingPlan.For(source.Duration, new SamplingOptions());
        var found = await Reader.ReadAsync(source, plan.Stretches.Select(static stretch => stretch.Request));
        var cpu = CpuTime.Seconds() - began;
        // A label outweighs traces, and its most confident reading is measured.
        var best = found.Labels.OrderBy(static label => label.Kind).ThenByDescending(static label => label.Confidence).FirstOrDefault();
        return new(Says(best), best?.Text ?? "", best?.HeightShare, best?.Shown.TotalSeconds, cpu)
        {
            Flickers = best?.Conformance.Continuity.Passed is false,
            IsIllegible = best?.Conformance.Legibility.Passed is false,
        };
    }

    private static Truth Says(VisibleLabel? label) => label?.Kind switch
    {
        null => Truth.Nothing,
        VisibleLabelKind.VendorTrace or VisibleLabelKind.AiMark => Truth.Trace,
        _ => Truth.Label,
    };
}
