namespace AiLabels.Pixels.Audio;

/// <summary>Finds a tone keyed in the rhythm of AI, whatever the other audio.</summary>
internal static class KeyedTone
{
    /// <summary>Distance between the thresholds at which a tone is separated from its surroundings, in decibels.</summary>
    private const double LevelStep = 3;

    private const int Levels = 16;

    /// <summary>Shortest mark or pause, in steps: shorter ones are fluctuations of the other audio.</summary>
    private const int Shortest = 3;

    /// <summary>Minimum difference between key down and key up, in decibels.</summary>
    private const double MinContrast = 10;

    /// <summary>Maximum difference in level between the four marks, in decibels.</summary>
    private const double MaxUnevenness = 4;

    /// <summary>
    /// Minimum level of a tone above the frequencies 200 to 300 Hz beside it, in decibels; voices and drums do not reach it.
    /// </summary>
    private const double MinPurity = 9;

    /// <summary>Steps at either end of a mark or pause whose window extends beyond it.</summary>
    private const int Edge = 2;

    private static readonly int[] Beside = [-6, -5, -4, 4, 5, 6];

    /// <param name="startsCut">Whether audio may precede the first step.</param>
    /// <param name="endsCut">Whether audio may follow the last step.</param>
    /// <returns>For each position the tone at the highest threshold, where its marks have their true length.</returns>
    public static List<TonedLabel> In(Spectrogram sound, int bin, bool startsCut, bool endsCut)
    {
        var found = new List<TonedLabel>();
        var loudest = Loudest(sound.Levels(bin));
        for (var level = 1; level <= Levels; level++)
        {
            var marks = Mark.Above(sound.Levels(bin), loudest - (level * LevelStep), Shortest);
            for (var first = 0; first + 4 <= marks.Count; first++)
            {
                if (Of(sound, bin, marks, first, startsCut, endsCut) is { } label && !found.Exists(label.Overlaps))
                {
                    found.Add(label);
                }
            }
        }

        return found;
    }

    private static TonedLabel? Of(Spectrogram sound, int bin, List<Mark> marks, int first, bool startsCut, bool endsCut)
    {
        var four = marks[first..(first + 4)].ToArray();
        var end = sound.Levels(bin).Length;
        double before = first > 0 ? four[0].From - marks[first - 1].To : startsCut ? four[0].From : double.PositiveInfinity;
        double after = first + 4 < marks.Count ? marks[first + 4].From - four[3].To : endsCut ? end - four[3].To : double.PositiveInfinity;
        if (MorseRhythm.DotOf(four, before, after) is not { } dot)
        {
            return null;
        }

        var pause = (int)Math.Round(1.5 * dot);
        Mark[] quiet =
        [
            new(Math.Max(0, four[0].From - pause), four[0].From),
            new(four[0].To, four[1].From), new(four[1].To, four[2].From), new(four[2].To, four[3].From),
            new(four[3].To, Math.Min(end, four[3].To + pause)),
        ];
        var loud = four.Select(mark => Inner(sound, bin, mark)).ToArray();
        var contrast = loud.Min() - quiet.Where(static stretch => stretch.Length > 2 * Edge).Max(stretch => Inner(sound, bin, stretch));
        var isTone = contrast >= MinContrast && loud.Max() - loud.Min() <= MaxUnevenness && four.All(mark => IsPure(sound, bin, mark));
        return isTone
            ? new(new(Time(four[0].From), Time(four[3].To) - Time(four[0].From), Spectrogram.Frequency(bin), dot * Spectrogram.Step,
                Math.Round(contrast, 1)), loud.Min())
            : null;
    }

    private static TimeSpan Time(int step) => (step * Spectrogram.Step) + (Spectrogram.Window / 2);

    private static double Inner(Spectrogram sound, int bin, Mark stretch) =>
        sound.Mean(bin, stretch.From + Edge, Math.Max(stretch.From + Edge + 1, stretch.To - Edge));

    private static bool IsPure(Spectrogram sound, int bin, Mark mark)
    {
        var level = Inner(sound, bin, mark);
        return Beside.All(offset => level - Inner(sound, bin + offset, mark) >= MinPurity)
            && level >= Inner(sound, bin - 1, mark) && level >= Inner(sound, bin + 1, mark);
    }

    private static double Loudest(ReadOnlySpan<float> levels)
    {
        var loudest = float.MinValue;
        foreach (var level in levels)
        {
            loudest = Math.Max(loudest, level);
        }

        return loudest;
    }
}
