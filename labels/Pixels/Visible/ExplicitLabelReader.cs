using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Recognition;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Pixels.Visible.Tracking;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible;

/// <summary>Finds labels and generator marks in the pictures of a video, and measures them.</summary>
public sealed class ExplicitLabelReader(LabelVocabulary vocabulary, ExplicitLabelOptions options)
{
    private readonly LabelMatcher _matcher = new(vocabulary);

    /// <param name="plan">Segments to read, in order of time.</param>
    /// <exception cref="FileNotFoundException">The models that read text are missing.</exception>
    public Task<ExplicitLabels> ReadAsync(
        IFrameSource source, IEnumerable<FrameRequest> plan, CancellationToken cancellationToken = default) =>
        ReadAsync(source, plan, new(), cancellationToken);

    /// <param name="scan">Gets the text of the pictures that are searched.</param>
    internal async Task<ExplicitLabels> ReadAsync(
        IFrameSource source, IEnumerable<FrameRequest> plan, TextScan scan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(plan);
        var pictures = new PictureSet(source, options.MaxPictures);
        foreach (var request in JoinedPlan.Of(plan))
        {
            await pictures.AddAsync(request, cancellationToken);
        }

        if (pictures.All.Count == 0)
        {
            return new();
        }

        var lines = await new LabelSearch(_matcher, new(_matcher, scan), pictures.All).FindAsync(cancellationToken);
        var tracks = LabelTrack.Of(lines);
        await BoundarySearch.RefineAsync(pictures, tracks, options.TimeTolerance, cancellationToken);
        var measure = new LabelMeasure(pictures.All, new(source.Opening, pictures.All), source.Duration, options);
        var labels = tracks.Select(measure.Of).Where(static label => label.IsAtItsPlace).OrderBy(static label => label.FirstSeen).ToList();
        return new()
        {
            Labels = labels,
            Width = pictures.Width,
            Height = pictures.Height,
            Pictures = pictures.All.Count,
            LinesRead = scan.Lines.Count,
            Texts = [.. scan.Distinct().Select(static line => line.Text)],
            Problems = [.. new[] { measure.Problem, scan.Problem }.OfType<Problem>()],
        };
    }
}
