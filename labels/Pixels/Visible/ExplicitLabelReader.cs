using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Visible;

/// <summary>Finds labels and generator marks in the pictures of a video, and measures them.</summary>
public sealed class ExplicitLabelReader(LabelVocabulary vocabulary, ExplicitLabelOptions options)
{
    private readonly LineReader _reader = new(new LabelMatcher(vocabulary), options);

    /// <param name="plan">Segments to read, in order of time.</param>
    /// <exception cref="FileNotFoundException">tesseract is not installed.</exception>
    public async Task<ExplicitLabels> ReadAsync(
        IFrameSource source, IEnumerable<FrameRequest> plan, CancellationToken cancellationToken = default)
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
        var candidates = Legible([.. still, .. MovingText.Find(pictures.All, still), .. DriftingText.Find(pictures.All)]);
        var (texts, problems) = await _reader.ReadAsync([.. candidates.Select(static line => line.Forms)], cancellationToken);
        var lines = Labels([.. candidates.Zip(texts, static (line, text) => (line.Candidate, line.Forms, text))], pictures.All);
        var tracks = LabelTrack.Of([.. lines, .. HoppingText.Elsewhere(lines, still)]);
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

    private static List<ReadLine> Labels(
        IReadOnlyList<(Candidate Candidate, LineForms Forms, MatchedLine Text)> lines, IReadOnlyList<Picture> pictures)
    {
        var talk = lines.Where(static line => line.Text.Mention is not null)
            .Select(static line => (line.Candidate, Text: line.Text.Mention!)).ToList();
        return
        [
            .. lines
                .Where(line =>
                    line.Text.Match is not null
                        && !talk.Exists(other => line.Candidate.IsAtTimeOf(other.Candidate) && IsPartOf(line.Text, other.Text)))
                .Select(line =>
                    new ReadLine(Followed(line.Candidate, pictures), line.Forms.Detection, line.Forms.Ink, line.Text.Ink, line.Text.Text,
                        line.Text.Match!)),
        ];
    }

    /// <summary>
    /// Returns true if a line read as a label is better read as a mention: with more text beside it, or with higher confidence.
    /// </summary>
    private static bool IsPartOf(MatchedLine label, MatchedLine talk) =>
        label.Ink.Ink.ShareIn(talk.Ink.Ink) > 0.6 && (talk.ShowsMoreThan(label) || talk.Text.Confidence > label.Text.Confidence);

    private static LineForms Forms(Candidate candidate, TextLineCrop ink) =>
        candidate.Lasting is var lasting && !ReferenceEquals(lasting, candidate.Best) && TextLineCrop.Of(lasting) is { } crop
            ? new(ink, crop, lasting)
            : new(ink, ink, candidate.Best);

    private static Candidate Followed(Candidate candidate, IReadOnlyList<Picture> pictures) =>
        candidate.Moves ? MovingText.Follow(candidate, pictures) : candidate;

    /// <summary>Returns the lines to read: the most legible of the most prominent candidates.</summary>
    private List<(Candidate Candidate, LineForms Forms)> Legible(IEnumerable<Candidate> candidates) =>
    [
        .. candidates
            .OrderByDescending(static candidate => candidate.Prominence)
            .Take(options.MaxCandidates)
            .SelectMany(static candidate => candidate.Readings)
            .Select(static candidate => (Candidate: candidate, Ink: TextLineCrop.Of(candidate.Best)!))
            .Where(static line => line.Ink is not null)
            .Select(static line => (line.Candidate, line.Ink, Statistics: InkStatistics.Of(line.Ink)))
            .Where(static line => line.Statistics.IsDense)
            .OrderByDescending(static line => line.Candidate.Prominence * line.Statistics.Legibility)
            .Take(options.MaxLines)
            .Select(static line => (line.Candidate, Forms(line.Candidate, line.Ink))),
    ];
}
