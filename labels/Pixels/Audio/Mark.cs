namespace AiLabels.Pixels.Audio;

/// <summary>A segment with a tone, in steps of the <see cref="Spectrogram"/>.</summary>
internal readonly record struct Mark(int From, int To)
{
    public int Length => To - From;

    /// <summary>Returns segments above a level; pauses that are too short are bridged, marks that are too short omitted.</summary>
    /// <param name="shortest">Minimum length in steps.</param>
    public static List<Mark> Above(ReadOnlySpan<float> levels, double level, int shortest)
    {
        var marks = new List<Mark>();
        for (var at = 0; at < levels.Length; at++)
        {
            if (levels[at] < level)
            {
                continue;
            }

            var from = at;
            while (at < levels.Length && levels[at] >= level)
            {
                at++;
            }

            if (marks.Count > 0 && from - marks[^1].To < shortest)
            {
                marks[^1] = new(marks[^1].From, at);
            }
            else
            {
                marks.Add(new(from, at));
            }
        }

        marks.RemoveAll(mark => mark.Length < shortest);
        return marks;
    }
}
