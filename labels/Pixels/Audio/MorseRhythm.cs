namespace AiLabels.Pixels.Audio;

/// <summary>
/// The rhythm of AI in Morse (ITU-R M.1677-1, part I, section 2): a dash lasts three dots, the pause within a letter one, between letters
/// three, between words seven. Operators and players keep it approximately.
/// </summary>
internal static class MorseRhythm
{
    /// <summary>Total length of the four marks, in dots.</summary>
    private const int Dots = 6;

    /// <summary>Marks of 40 to 400 ms: 30 to 3 words a minute.</summary>
    private static readonly (double Min, double Max) Dot = (8, 80);

    /// <param name="marks">Four consecutive marks.</param>
    /// <param name="before">Silence before them, in steps; infinite at the start of the audio.</param>
    /// <param name="after">Silence after them, in steps.</param>
    /// <returns>Length of a dot in steps, or null if the rhythm differs or is part of a longer message.</returns>
    public static double? DotOf(ReadOnlySpan<Mark> marks, double before, double after)
    {
        double dash = marks[1].Length;
        var dot = (marks[0].Length + marks[2].Length + marks[3].Length) / (double)(Dots - 3);
        var (within, between, last) = (marks[1].From - marks[0].To, marks[2].From - marks[1].To, marks[3].From - marks[2].To);
        var isRhythm = Is(dot, Dot)
            && Are(dot, marks[0].Length, marks[2].Length, marks[3].Length)
            && Is(dash / dot, (2.2, 4))
            && Is(within / dot, (0.5, 1.7)) && Is(last / dot, (0.5, 1.7)) && Math.Abs(within - last) <= 0.5 * dot
            && Is(between / dot, (2, 5))
            && before >= 1.5 * between && after >= 1.5 * between;
        return isRhythm ? dot : null;
    }

    private static bool Are(double dot, params ReadOnlySpan<int> lengths)
    {
        foreach (var length in lengths)
        {
            if (Math.Abs(length - dot) > 0.35 * dot)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Is(double value, (double Min, double Max) bounds) => value >= bounds.Min && value <= bounds.Max;
}
