using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Pixels.Visible.Tracking;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible;

/// <summary>Finds labels and generator marks in the pictures of a video, and measures them.</summary>
public sealed class ExplicitLabelReader(LabelVocabulary vocabulary, ExplicitLabelOptions options)
{
    /// <summary>Maximum number of lines next to labels that are read although others are more prominent.</summary>
    private const int MaxNeighbours = 6;

    /// <summary>Minimum width of another text at the place of a label, as a multiple of the label's.</summary>
    private const double LongerText = 1.15;

    private readonly LineReader _reader = new(new LabelMatcher(vocabulary), options);
    private readonly Denials _denials = new(new LabelMatcher(vocabulary));

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
        List<Candidate> found = [.. still, .. MovingText.Find(pictures.All, still), .. DriftingText.Find(pictures.All)];
        var (read, problems) = await ReadAsync(Legible(found), cancellationToken);
        var (beside, more) = await ReadAsync(Neighbours(read, still), cancellationToken);
        read = [.. read, .. beside];
        var lines = Labels(read, pictures.All);
        var tracks = LabelTrack.Of([.. lines, .. HoppingText.Elsewhere(lines, still)]);
        await BoundarySearch.RefineAsync(pictures, tracks, options.TimeTolerance, cancellationToken);
        var measure = new LabelMeasure(pictures.All, new(source.Opening, pictures.All), source.Duration, options);
        var labels = tracks.Select(measure.Of).Where(static label => label.IsAtItsPlace).OrderBy(static label => label.FirstSeen).ToList();
        return new()
        {
            Labels = labels,
            Width = pictures.Width,
            Height = pictures.Height,
            Pictures = pictures.All.Count,
            LinesRead = read.Count,
            Texts = [.. read.Select(static line => line.Text.Text.Text).Where(static text => text.Length > 0)],
            Problems = [.. problems.Concat(more).Distinct(), .. measure.Problem is { } problem ? [problem] : (Problem[])[]],
        };
    }

    private async Task<(List<TextOfCandidate> Lines, IReadOnlyList<Problem> Problems)> ReadAsync(
        List<(Candidate Candidate, LineForms Forms)> candidates, CancellationToken cancellationToken)
    {
        if (candidates.Count == 0)
        {
            return ([], []);
        }

        var (texts, problems) = await _reader.ReadAsync([.. candidates.Select(static line => line.Forms)], cancellationToken);
        return ([.. candidates.Zip(texts, static (line, text) => new TextOfCandidate(line.Candidate, line.Forms, text))], problems);
    }

    /// <summary>Returns lines next to labels that were not read: they may negate the label.</summary>
    private static List<(Candidate Candidate, LineForms Forms)> Neighbours(List<TextOfCandidate> read, IReadOnlyList<Candidate> still)
    {
        var labels = read.Where(static line => line.Text.Match is { IsLabel: true }).ToList();
        var beside = still
            .Where(candidate => !read.Exists(line => Covers(line, candidate))
                && labels.Exists(label => candidate.IsAtTimeOf(label.Candidate)
                    && Denials.AreNeighbours(candidate.Best.Box, label.Text.Ink.Ink)))
            .OrderByDescending(static candidate => candidate.Prominence);
        return
        [
            .. labels.Select(static label => Longer(label.Candidate)).OfType<Candidate>().Concat(beside)
                .Select(static candidate => (Candidate: candidate, Ink: TextLineCrop.Of(candidate.Best)!))
                .Where(static line => line.Ink is not null && InkStatistics.Of(line.Ink).IsDense)
                .Take(MaxNeighbours)
                .Select(static line => (line.Candidate, Forms(line.Candidate, line.Ink))),
        ];
    }

    /// <summary>Returns the longer text at the place of a label at another time, or null: it may be its negation.</summary>
    private static Candidate? Longer(Candidate label)
    {
        var longer = label.Detections.Where(detection => detection.Box.Width > LongerText * label.Best.Box.Width).ToList();
        return label.Moves || longer.Count == 0 ? null : new(longer, Moves: false);
    }

    private static bool Covers(TextOfCandidate line, Candidate other) =>
        other.Best.Box.ShareIn(line.Text.Ink.Ink) > 0.5 || other.Best.Box.ShareIn(line.Candidate.Best.Box) > 0.5;

    private List<ReadLine> Labels(IReadOnlyList<TextOfCandidate> lines, IReadOnlyList<Picture> pictures)
    {
        var talk = lines.Where(static line => line.Text.Mention is not null)
            .Select(static line => (line.Candidate, Text: line.Text.Mention!)).ToList();
        return
        [
            .. lines
                .Where(line =>
                    line.Text.Match is not null
                        && !talk.Exists(other => line.Candidate.IsAtTimeOf(other.Candidate) && IsPartOf(line.Text, other.Text))
                        && !lines.Any(other => Denies(other, line)))
                .Select(line =>
                    new ReadLine(Followed(line.Candidate, pictures), line.Forms.Detection, line.Forms.Ink, line.Text.Ink, line.Text.Text,
                        line.Text.Match!)),
        ];
    }

    private bool Denies(TextOfCandidate other, TextOfCandidate label) =>
        label.Text.Match is { IsLabel: true } && other.Text.Match is null
        && other.Text.Readings.Any(text => _denials.Denies(
            text, other.Text.Ink.Ink, label.Text.Ink.Ink, other.Candidate.IsAtTimeOf(label.Candidate)));

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

    /// <summary>A candidate as read.</summary>
    private sealed record TextOfCandidate(Candidate Candidate, LineForms Forms, MatchedLine Text);
}
