using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text of one appearance at several places: scrolling, drifting or hopping.</summary>
internal static class MovingText
{
    /// <summary>
    /// Step between searched pictures: each is searched separately, and every third one suffices for text shown for a second.
    /// </summary>
    private const int Step = 3;

    /// <summary>Maximum number of consecutive pictures without a label before its track ends.</summary>
    private const int MaxMissed = 3;

    /// <summary>Maximum number of lines of one picture that are followed.</summary>
    private const int MaxInPicture = 40;

    private const double SameLook = 0.6;

    private static readonly (int Width, int Height) Thumbnail = (64, 16);

    /// <param name="still">Still candidates, which are excluded.</param>
    public static List<Candidate> Find(IReadOnlyList<Picture> pictures, IReadOnlyList<Candidate> still)
    {
        var looks = new List<List<Look>>();
        var stillLooks = new Dictionary<TextDetection, Look>(ReferenceEqualityComparer.Instance);
        foreach (var picture in FrameRuns.OfMotion(pictures).SelectMany(static run => run.Where(static (_, at) => at % Step == 0)))
        {
            foreach (var look in Strongest(TextFinder.Find([picture])).Select(Look.Of).Where(look => !StandsStill(look, still, stillLooks)))
            {
                var known = looks.Find(looks => looks[^1].Detection.From < look.Detection.From && looks[^1].IsLike(look));
                if (known is null)
                {
                    looks.Add([look]);
                }
                else
                {
                    known.Add(look);
                }
            }
        }

        return [.. looks.Where(static look => look.Count > 1)
            .Select(static look => new Candidate([.. look.Select(static one => one.Detection)], Moves: true))];
    }

    /// <summary>Follows the text in the pictures before and after the searched ones.</summary>
    public static Candidate Follow(Candidate candidate, IReadOnlyList<Picture> pictures)
    {
        var before = pictures.Where(picture => picture.Time < candidate.Detections[0].From).Reverse();
        var after = pictures.Where(picture => picture.Time > candidate.Detections[^1].From);
        return candidate with
        {
            Detections =
            [.. Follow(candidate.Detections[0], before).Reverse(), .. candidate.Detections, .. Follow(candidate.Detections[^1], after)]
        };
    }

    /// <summary>Finds a detection's appearance anywhere in another picture; returns null if it is not there.</summary>
    public static TextDetection? Find(Picture picture, TextDetection detection)
    {
        var look = Look.Of(detection);
        return TextFinder.Find([picture]).Find(other => Look.Of(other).IsLike(look));
    }

    private static IEnumerable<TextDetection> Follow(TextDetection from, IEnumerable<Picture> pictures)
    {
        var missed = 0;
        foreach (var picture in pictures)
        {
            if (Find(picture, from) is { } found)
            {
                (from, missed) = (found, 0);
                yield return found;
            }
            else if (++missed == MaxMissed)
            {
                yield break;
            }
        }
    }

    /// <summary>Returns the strongest detections: noise gives any number of lines, and among that many the weak ones are noise.</summary>
    private static IEnumerable<TextDetection> Strongest(List<TextDetection> detections) =>
        detections.OrderByDescending(static detection => detection.Threshold).Take(MaxInPicture);

    /// <summary>
    /// Returns true for still text. Slowly moving text also leaves a trace when pictures are overlaid, but of another appearance.
    /// </summary>
    private static bool StandsStill(Look look, IReadOnlyList<Candidate> still, Dictionary<TextDetection, Look> known) => still
        .SelectMany(static candidate => candidate.Detections)
        .Where(other => look.Detection.From >= other.From && look.Detection.From <= other.To && look.Detection.IsSameAs(other))
        .Any(other => look.IsLike(known.TryGetValue(other, out var one) ? one : known[other] = Look.Of(other)));

    private sealed record Look(TextDetection Detection, Plane Thumbnail)
    {
        public static Look Of(TextDetection detection)
        {
            var planes = Primaries.Overlay([.. detection.Pictures.Select(picture => picture.Crop(detection.Box))], detection.Polarity);
            var strokes = TextFinder.Strokes(planes, TextLineCrop.RadiusOf(detection.Box.Height));
            return new(detection, strokes.Scaled(MovingText.Thumbnail.Width, MovingText.Thumbnail.Height));
        }

        public bool IsLike(Look other) =>
            HaveOneSize(Detection, other.Detection) && InkLikeness.Of(Thumbnail, other.Thumbnail) >= SameLook;

        public static bool HaveOneSize(TextDetection one, TextDetection other) =>
            one.Polarity == other.Polarity && Alike(one.Box.Height, other.Box.Height) && Alike(one.Box.Width, other.Box.Width);

        private static bool Alike(int one, int other) => Math.Abs(one - other) <= 0.15 * Math.Max(one, other);
    }
}
