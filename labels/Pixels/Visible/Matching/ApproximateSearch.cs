namespace AiLabels.Pixels.Visible.Matching;

/// <summary>Finds a word in a text with misread letters (Sellers' algorithm: edit distance with free ends).</summary>
internal static class ApproximateSearch
{
    /// <returns>Position of the best match, or null if none has <paramref name="maxEdits"/> edits or fewer.</returns>
    public static (int Start, int End)? Find(string word, string text, int maxEdits)
    {
        // One column for each end position in the text: edits, and start of the match, for each length of the word.
        var column = Enumerable.Range(0, word.Length + 1).Select(static length => (Edits: length, Start: 0)).ToArray();
        var best = (Edits: maxEdits + 1, Start: 0, End: 0);
        for (var end = 1; end <= text.Length; end++)
        {
            var diagonal = column[0];
            column[0] = (0, end);
            for (var length = 1; length <= word.Length; length++)
            {
                var replaced = (diagonal.Edits + (word[length - 1] == text[end - 1] ? 0 : 1), diagonal.Start);
                diagonal = column[length];
                column[length] =
                    Fewest(replaced, (diagonal.Edits + 1, diagonal.Start), (column[length - 1].Edits + 1, column[length - 1].Start));
            }

            best = column[^1].Edits < best.Edits ? (column[^1].Edits, column[^1].Start, end) : best;
        }

        return best.Edits <= maxEdits ? (best.Start, best.End) : null;
    }

    private static (int Edits, int Start) Fewest((int Edits, int Start) one, (int Edits, int Start) two, (int Edits, int Start) three)
    {
        var fewer = two.Edits < one.Edits ? two : one;
        return three.Edits < fewer.Edits ? three : fewer;
    }

    /// <summary>Returns the share of a word's letters that a text has in the same order, 0 to 1.</summary>
    public static double Likeness(string word, string text)
    {
        var shared = new int[word.Length + 1];
        foreach (var letter in text)
        {
            var diagonal = 0;
            for (var length = 1; length <= word.Length; length++)
            {
                var above = shared[length];
                shared[length] = word[length - 1] == letter ? diagonal + 1 : Math.Max(above, shared[length - 1]);
                diagonal = above;
            }
        }

        return (double)shared[^1] / word.Length;
    }
}
