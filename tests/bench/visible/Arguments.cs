using System.Globalization;

namespace VideoGate.Bench.Visible;

/// <param name="From">Number of the first clip.</param>
/// <param name="To">Number after the last clip.</param>
/// <param name="Every">One clip in this many is also read in the plain way.</param>
/// <param name="Folder">Folder of clips and answers.</param>
/// <param name="IsOfLengths">Whether to measure cost by length instead.</param>
internal sealed record Arguments(int From, int To, int Every, string Folder, bool IsOfLengths = false)
{
    public const string Usage = """
        dotnet run -c Release --project tests/bench/visible -- [CLIPS|FROM-TO [EVERY [FOLDER]]]
        dotnet run -c Release --project tests/bench/visible -- lengths [FOLDER]

        CLIPS     how many clips, every other one without a label: 600 unless told; FROM-TO are those numbers alone
        EVERY     one of so many is looked at in the plain way too, which is slow: 20 unless told
        lengths   the cost of videos of 5 s to 3 min instead
        FOLDER    where clips and answers are kept, so that the next run goes on: a temporary one unless told
        """;

    /// <returns>The arguments, or null if they do not match <see cref="Usage"/>.</returns>
    public static Arguments? Parse(string[] arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), "bench-visible");
        if (arguments is ["lengths", .. { Length: <= 1 } rest])
        {
            return new(0, 0, 0, rest is [var kept] ? kept : folder, IsOfLengths: true);
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
