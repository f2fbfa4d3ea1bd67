using VideoGate.Bench.Visible.Specimens;
using VideoGate.Bench.Visible.Ways;

namespace VideoGate.Bench.Visible;

/// <summary>Results of one way over many clips.</summary>
internal sealed class Score(string way)
{
    private readonly List<(Clip Clip, Answer Answer)> _answers = [];

    public double Cpu => _answers.Sum(static pair => pair.Answer.Cpu);

    public void Add(Clip clip, Answer answer)
    {
        _answers.Add((clip, answer));
        if (answer.Says != clip.Specimen.Truth)
        {
            Console.WriteLine(
                $"{way}: {answer.Says} instead of {clip.Specimen.Truth}{(clip.Specimen.IsLegible ? ", legible" : "")}: {clip.Specimen.Name} '{answer.Text}'");
        }
        else if (answer is { HeightShare: not null, Shown: not null }
            && !(IsHeightRight((clip, answer)) && IsDurationRight((clip, answer))))
        {
            Console.WriteLine(
                $"{way}: height off by {HeightError((clip, answer)):p0}, duration by {DurationError((clip, answer)):f1} s: {clip.Specimen.Name} '{answer.Text}'");
        }
    }

    public void Print()
    {
        var signs = _answers.Where(static pair => pair.Clip.Specimen.Truth != Truth.Nothing).ToList();
        Print("all labels and traces", signs);
        Print("legible ones of 5 % and more", [.. signs.Where(static pair => pair.Clip.Specimen.IsLegible)]);
        var negatives = _answers.Count - signs.Count;
        var falseAlarms = _answers.Count(static pair => pair.Clip.Specimen.Truth == Truth.Nothing && pair.Answer.Says != Truth.Nothing);
        var hits = _answers.Count(static pair => pair.Answer.Says != Truth.Nothing);
        Console.WriteLine(
            $"{way}: precision {Share(hits - falseAlarms, hits)}; {falseAlarms} of {negatives} negatives taken for a label or trace; "
            + $"{Cpu / Math.Max(1, _answers.Count):f2} s CPU a clip");
        PrintErrors(signs);
        PrintDoubts("flickering", signs, static pair => pair.Answer.Flickers);
        PrintDoubts("illegible", signs, static pair => pair.Answer.IsIllegible);
    }

    /// <summary>No specimen breaks off and returns, and those of IsSetOff can be read.</summary>
    private void PrintDoubts(
        string what, List<(Clip Clip, Answer Answer)> signs, Func<(Clip Clip, Answer Answer), bool> isDoubted)
    {
        var doubted = signs.Where(IsFound).Where(isDoubted).ToList();
        Console.WriteLine($"{way}: {doubted.Count} of {signs.Count(IsFound)} found taken for {what}"
            + string.Concat(doubted.Select(static pair => $"; {pair.Clip.Specimen.Name}")));
    }

    /// <summary>Recall by one condition after the other, the worst first.</summary>
    public void PrintConditions()
    {
        var signs = _answers.Where(static pair => pair.Clip.Specimen.Truth != Truth.Nothing).ToList();
        Print("ink", signs, static specimen => specimen.Ink.Name);
        Print("background", signs, static specimen => specimen.Background.Name);
        Print("font", signs, static specimen => specimen.Font.Name);
        Print("size", signs, static specimen => $"{Math.Floor(specimen.Size * 100):f0} %");
        Print("short side", signs, static specimen => $"{specimen.ShortSide}p");
        Print("motion", signs, static specimen => specimen.Motion.ToString());
        Print("showing", signs, static specimen => specimen.Showing.ToString());
        Print("crf", signs, static specimen => $"{specimen.Crf / 8 * 8}+");
    }

    private void Print(string what, List<(Clip Clip, Answer Answer)> signs)
    {
        var found = signs.Count(IsFound);
        Console.WriteLine($"{way}: recall of {what} {Share(found, signs.Count)}");
    }

    private void PrintErrors(List<(Clip Clip, Answer Answer)> signs)
    {
        var measured = signs.Where(static pair => IsFound(pair) && pair.Answer is { HeightShare: not null, Shown: not null }).ToList();
        if (measured.Count > 0)
        {
            Console.WriteLine(
                $"{way}: height off by {Median([.. measured.Select(HeightError)]):p1} in the median, within 10 % in {Share(measured.Count(IsHeightRight), measured.Count)}");
            Console.WriteLine(
                $"{way}: duration off by {Median([.. measured.Select(DurationError)]):f2} s in the median, within 0.3 s in {Share(measured.Count(IsDurationRight), measured.Count)}");
        }
    }

    private static bool IsFound((Clip Clip, Answer Answer) pair) => pair.Answer.Says == pair.Clip.Specimen.Truth;

    private static bool IsHeightRight((Clip Clip, Answer Answer) pair) => HeightError(pair) <= 0.1;

    private static bool IsDurationRight((Clip Clip, Answer Answer) pair) => DurationError(pair) <= 0.3;

    private static double HeightError((Clip Clip, Answer Answer) pair) =>
        Math.Abs(((pair.Answer.HeightShare ?? 0) * pair.Clip.Specimen.ShortSide / pair.Clip.InkHeight) - 1);

    private static double DurationError((Clip Clip, Answer Answer) pair) =>
        Math.Abs((pair.Answer.Shown ?? 0) - (pair.Clip.Specimen.Shown.To - pair.Clip.Specimen.Shown.From));

    private void Print(string condition, List<(Clip Clip, Answer Answer)> signs, Func<Specimen, string> value)
    {
        var shares = signs.GroupBy(pair => value(pair.Clip.Specimen))
            .Select(static group => (group.Key, Found: group.Where(IsFound).ToList(), All: group.Count()))
            .OrderBy(static group => (double)group.Found.Count / group.All);
        Console.WriteLine($"{way}: by {condition}, found (of these height within 10 %, duration within 0.3 s): "
            + string.Join(", ",
                shares.Select(
                    static group =>
                        $"{group.Key} {group.Found.Count}/{group.All} ({group.Found.Count(IsHeightRight)}, {group.Found.Count(IsDurationRight)})")));
    }

    private static double Median(IReadOnlyList<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Share(int part, int whole) => whole == 0 ? "none" : $"{(double)part / whole:f3} ({part} of {whole})";
}
