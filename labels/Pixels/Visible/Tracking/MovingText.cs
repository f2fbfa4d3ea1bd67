using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text of one look at several places: scrolling, drifting or hopping.</summary>
internal static class MovingText
{
    /// <summary>Every picture is searched on its own, but every third one is enough for what is shown a second.</summary>
    private const int Step = 3;

    /// <summary>Pictures in a row without it, behind which a label is gone for good.</summary>
    private const int MaxMissed = 3;

    /// <summary>Lines of one picture that are followed.</summary>
    private const int MaxInPicture = 40;

    private const double SameLook = 0.6;

    private static readonly (int Width, int Height) Thumbnail = (64, 16);

    /// <param name="still">What stands still is no news.</param>
    public static List<Candidate> Find(IReadOnlyList<Picture> pictures, IReadOnlyList<Candidate> still)
    {
        var looks = new List<List<Look>>();
        var stillLooks = new Dictionary<TextDetection, Look>(ReferenceEqualityComparer.Instance);
        foreach (var picture in FrameRuns.OfMotion(pictures).SelectMany(static run => run.Where(static (_, at) => at % Step == 0)))
        {
            foreach (var look in Strongest(TextFinder.Find([picture])).Select(Look.Of).Where(look => !StandsStill(look, still, stillLooks)))
            {
                var known = looks.Find(looks => looks[^1].Sighting.From < look.Sighting.From && looks[^1].IsLike(look));
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
            .Select(static look => new Candidate([.. look.Select(static one => one.Sighting)], Moves: true))];
    }

    /// <summary>The same text in the pictures before and after those that were searched.</summary>
    public static Candidate Follow(Candidate candidate, IReadOnlyList<Picture> pictures)
    {
        var before = pictures.Where(picture => picture.Time < candidate.Sightings[0].From).Reverse();
        var after = pictures.Where(picture => picture.Time > candidate.Sightings[^1].From);
        return candidate with
        {
            Sightings =
            [.. Follow(candidate.Sightings[0], before).Reverse(), .. candidate.Sightings, .. Follow(candidate.Sightings[^1], after)]
        };
    }

    /// <summary>Where a picture holds, anywhere, what a sighting in another one looked like; null when it does not.</summary>
    public static TextDetection? Find(Picture picture, TextDetection sighting)
    {
        var look = Look.Of(sighting);
        return TextFinder.Find([picture]).Find(other => Look.Of(other).IsLike(look));
    }

    public static bool AreAlike(TextDetection one, TextDetection other) =>
        Look.HaveOneSize(one, other) && Look.Of(one).IsLike(Look.Of(other));

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

    /// <summary>Of noise there may be any number of lines, and weak ones are noise where there are so many.</summary>
    private static IEnumerable<TextDetection> Strongest(List<TextDetection> sightings) =>
        sightings.OrderByDescending(static sighting => sighting.Threshold).Take(MaxInPicture);

    /// <summary>What moves slowly leaves something at its place too when pictures are laid over each other, but of another look.</summary>
    private static bool StandsStill(Look look, IReadOnlyList<Candidate> still, Dictionary<TextDetection, Look> known) => still
        .SelectMany(static candidate => candidate.Sightings)
        .Where(other => look.Sighting.From >= other.From && look.Sighting.From <= other.To && look.Sighting.IsSameAs(other))
        .Any(other => look.IsLike(known.TryGetValue(other, out var one) ? one : known[other] = Look.Of(other)));

    private sealed record Look(TextDetection Sighting, Plane Thumbnail)
    {
        public static Look Of(TextDetection sighting)
        {
            var planes = Primaries.Overlay([.. sighting.Pictures.Select(picture => picture.Full.Crop(sighting.Box))], sighting.Polarity);
            var strokes = TextFinder.Strokes(planes, TextLineCrop.RadiusOf(sighting.Box.Height));
            return new(sighting, strokes.Scaled(MovingText.Thumbnail.Width, MovingText.Thumbnail.Height));
        }

        public bool IsLike(Look other) =>
            HaveOneSize(Sighting, other.Sighting) && InkLikeness.Of(Thumbnail, other.Thumbnail) >= SameLook;

        public static bool HaveOneSize(TextDetection one, TextDetection other) =>
            one.Polarity == other.Polarity && Alike(one.Box.Height, other.Box.Height) && Alike(one.Box.Width, other.Box.Width);

        private static bool Alike(int one, int other) => Math.Abs(one - other) <= 0.15 * Math.Max(one, other);
    }
}
