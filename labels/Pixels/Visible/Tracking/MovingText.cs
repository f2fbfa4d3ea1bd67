using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text of one look at several places: scrolling, drifting or hopping.</summary>
internal static class MovingText
{
    /// <summary>Every picture is searched on its own, but every other one is enough for what is shown half a second.</summary>
    private const int Step = 2;

    private const double SameLook = 0.6;

    private static readonly (int Width, int Height) Thumbnail = (64, 16);

    /// <param name="still">What stands still is no news.</param>
    public static List<Candidate> Find(IReadOnlyList<Picture> pictures, IReadOnlyList<Candidate> still)
    {
        var looks = new List<List<Look>>();
        foreach (var picture in pictures.Where(static (_, at) => at % Step == 0))
        {
            foreach (var look in TextFinder.Find([picture]).Where(sighting => !StandsStill(sighting, still)).Select(Look.Of))
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

        return [.. looks.Where(static look => look.Count > 1).Select(static look => new Candidate([.. look.Select(static one => one.Sighting)], Moves: true))];
    }

    /// <summary>Whether a picture holds, anywhere, what a sighting in another one looked like.</summary>
    public static bool Shows(Picture picture, Sighting sighting)
    {
        var look = Look.Of(sighting);
        return TextFinder.Find([picture]).Exists(other => Look.Of(other).IsLike(look));
    }

    private static bool StandsStill(Sighting sighting, IReadOnlyList<Candidate> still) => still
        .SelectMany(static candidate => candidate.Sightings)
        .Any(other => sighting.From >= other.From && sighting.From <= other.To && sighting.IsSameAs(other));

    private sealed record Look(Sighting Sighting, Plane Thumbnail)
    {
        public static Look Of(Sighting sighting)
        {
            var picture = TextFinder.Overlay([sighting.Pictures[0].Luma.Crop(sighting.Box)], sighting.Polarity);
            return new(sighting, InkCrop.StrokesOf(picture, sighting.Box.Height).Scaled(MovingText.Thumbnail.Width, MovingText.Thumbnail.Height));
        }

        public bool IsLike(Look other) =>
            Sighting.Polarity == other.Sighting.Polarity
            && Alike(Sighting.Box.Height, other.Sighting.Box.Height) && Alike(Sighting.Box.Width, other.Sighting.Box.Width)
            && InkLikeness.Of(Thumbnail, other.Thumbnail) >= SameLook;

        private static bool Alike(int one, int other) => Math.Abs(one - other) <= 0.15 * Math.Max(one, other);
    }
}
