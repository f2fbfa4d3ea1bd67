using System.Globalization;

namespace AiLabels.Pixels.Visible.Reading;

/// <param name="Text">Words of one page with spaces between them. Untrusted: escape wherever shown.</param>
/// <param name="Confidence">Combined confidence of the words, 0 to 1.</param>
internal sealed record RecognisedLine(string Text, double Confidence)
{
    public static RecognisedLine None { get; } = new("", 0);

    /// <summary>Parses tesseract's tab-separated output: one row per word, of twelve columns.</summary>
    public static IReadOnlyList<RecognisedLine> Parse(string table, int pages)
    {
        var words = new List<(string Text, double Confidence)>[pages];
        foreach (var row in table.Split('\n'))
        {
            var columns = row.TrimEnd('\r').Split('\t');
            if (columns.Length == 12
                && int.TryParse(columns[1], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page >= 1 && page <= pages
                && double.TryParse(columns[10], CultureInfo.InvariantCulture, out var confidence) && confidence >= 0
                && !string.IsNullOrWhiteSpace(columns[11]))
            {
                (words[page - 1] ??= []).Add((columns[11], confidence / 100));
            }
        }

        return [.. words.Select(static found => found is null ? None : Joined(found))];
    }

    private static RecognisedLine Joined(List<(string Text, double Confidence)> words) => new(
        string.Join(' ', words.Select(static word => word.Text)),
        words.Sum(static word => word.Confidence * word.Text.Length) / words.Sum(static word => word.Text.Length));
}
