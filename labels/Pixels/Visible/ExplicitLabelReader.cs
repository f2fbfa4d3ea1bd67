using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Visible;

/// <summary>Finds labels and generators' marks in the pictures of a video, and measures them.</summary>
public sealed class ExplicitLabelReader(LabelVocabulary vocabulary, ExplicitLabelOptions options)
{
    private readonly LabelMatcher _matcher = new(vocabulary);
    private readonly LineReader _reader = new(new LabelMatcher(vocabulary), options);

    /// <param name="plan">What to look at; stretches in the order of time.</param>
    /// <exception cref="FileNotFoundException">tesseract is not installed.</exception>
    public async Task<ExplicitLabels> ReadAsync(IFrameSource source, IEnumerable<FrameRequest> plan, CancellationToken cancellationToken = default)
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

        var still = StillText.Find(pictures.All);
        var candidates = Legible([.. still, .. MovingText.Find(pictures.All, still)]);
        var (texts, problems) = await _reader.ReadAsync([.. candidates.Select(static line => line.Ink)], cancellationToken);
        var read = candidates.Zip(texts, static (line, text) => (line.Candidate, Ink: text.IsWithoutGround ? line.Ink.WithoutGround() : line.Ink, text.Text, text.Match)).ToList();
        var talk = read.Where(line => _matcher.IsTalk(line.Text.Text)).ToList();
        var lines = read
            .Where(line => line.Match is not null && !talk.Exists(other => line.Ink.Ink.ShareIn(other.Ink.Ink) > 0.6 && line.Candidate.IsAtTimeOf(other.Candidate)))
            .Select(line => new ReadLine(Followed(line.Candidate, pictures.All), line.Ink, line.Text, line.Match!));
        var tracks = LabelTrack.Of(lines);
        await BoundarySearch.RefineAsync(pictures, tracks, options.TimeTolerance, cancellationToken);
        var measure = new LabelMeasure(pictures.All, source.Duration, options);
        return new()
        {
            Labels = [.. tracks.Select(measure.Of).Where(static label => label.IsAtItsPlace).OrderBy(static label => label.FirstSeen)],
            Width = pictures.Width,
            Height = pictures.Height,
            Pictures = pictures.All.Count,
            LinesRead = candidates.Count,
            Texts = [.. texts.Select(static line => line.Text.Text).Where(static text => text.Length > 0)],
            Problems = problems,
        };
    }

    private static Candidate Followed(Candidate candidate, IReadOnlyList<Picture> pictures) =>
        candidate.Moves ? MovingText.Follow(candidate, pictures) : candidate;

    /// <summary>The lines that deserve a reader: those that look most like text, of the strongest and most lasting.</summary>
    private List<(Candidate Candidate, InkCrop Ink)> Legible(IEnumerable<Candidate> candidates) =>
    [
        .. candidates
            .OrderByDescending(static candidate => candidate.Rank)
            .Take(options.MaxCandidates)
            .SelectMany(static candidate => candidate.Readings)
            .Select(static candidate => (Candidate: candidate, Ink: InkCrop.Of(candidate.Best)!))
            .Where(static line => line.Ink is not null)
            .Select(static line => (line.Candidate, line.Ink, Statistics: InkStatistics.Of(line.Ink)))
            .Where(static line => line.Statistics.IsDense)
            .OrderByDescending(static line => line.Candidate.Rank * line.Statistics.Legibility)
            .Take(options.MaxLines)
            .Select(static line => (line.Candidate, line.Ink)),
    ];
}
