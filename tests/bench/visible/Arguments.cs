using System.Globalization;

namespace VideoGate.Bench.Visible;

/// <param name="From">Number of the first clip.</param>
/// <param name="To">Number after the last clip.</param>
/// <param name="Every">One clip in this many is also read in the plain way.</param>
/// <param name="Folder">Folder of clips and answers.</param>
/// <param name="IsOfLengths">Whether to measure cost by length instead.</param>
/// <param name="IsOfScenes">Whether to look for false alarms in scenes instead.</param>
internal sealed record Arguments(int From, int To, int Every, string Folder, bool IsOfLengths = false, bool IsOfScenes = false)
{
    public const string Usage = """
        dotnet run -c Release --project tests/bench/visible -- [CLIPS|FROM-TO [EVERY [FOLDER]]]
        dotnet run -c Release --project tests/bench/visible -- lengths [FOLDER]
        dotnet run -c Release --project tests/bench/visible -- scenes [FOLDER]

        CLIPS     how many clips, every other one without a label: 600 unless told; FROM-TO are those numbers alone
        EVERY     one of so many is looked at in the plain way too, which is slow: 20 unless told
        lengths   the cost of videos of 5 s to 3 min instead
        scenes    300 scenes that mention AI and are not labelled instead: menus, news, slides, karaoke, signs, clothes
        FOLDER    where clips and answers are kept, so that the next run goes on: a temporary one unless told
        """;

    /// <returns>The arguments, or null if they do not match <see cref="Usage"/>.</returns>
    public static Arguments? Parse(string[] arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), "bench-visible");
        if (arguments is ["lengths", .. { Length: <= 1 } rest])
        {
            return new(0, 0, 0, rest is [var place] ? place : folder, IsOfLengths: true);
        }

        if (arguments is ["scenes", .. { Length: <= 1 } scenes])
        {
            return new(0, 0, 0, scenes is [var kept] ? kept : folder, IsOfScenes: true);
        }

        var numbers = (arguments is [var clips, ..] ? clips : "600").Split('-');
        var from = numbers.Length == 2 ? Number(numbers[0]) : 0;
        var every = arguments is [_, var text, ..] ? Number(text) : 20;
        folder = arguments is [_, _, var path] ? path : folder;
        return from is { } first && Number(numbers[^1]) is { } last && last > first && every is > 0 && arguments.Length <= 3
            && numbers.Length <= 2
            ? new(first, last, every.Value, folder)
            : null;
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
