using System.Globalization;
using AiLabels;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;
using AiLabels.Reports;

namespace VideoGate.Bench.Frames;

/// <summary>
/// CPU time of an upload with and without a look at every picture of the first seconds, measured in turns, because the machine changes its
/// speed.
/// </summary>
internal static class Every
{
    public static async Task RunAsync(string path, int repeats)
    {
        var without = new FrameSourceOptions { EveryFrameUntil = TimeSpan.Zero };
        var with = new FrameSourceOptions();
        await MeasureAsync(path, with);
        var (before, after) = (new List<(double Own, double Programs)>(), new List<(double Own, double Programs)>());
        for (var repeat = 0; repeat < repeats; repeat++)
        {
            before.Add(await MeasureAsync(path, without));
            after.Add(await MeasureAsync(path, with));
        }

        var (least, most) = (Median(before), Median(after));
        var change = ((Sum(most) / Sum(least)) - 1).ToString("+0.0 %;-0.0 %", CultureInfo.InvariantCulture);
        Console.WriteLine(
            $"{Path.GetFileName(path)}: {Describe(least)} without, {Describe(most)} with every picture of the first seconds: {change}");
    }

    private static double Sum((double Own, double Programs) seconds) => seconds.Own + seconds.Programs;

    private static string Describe((double Own, double Programs) seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{Sum(seconds):f2} s CPU ({seconds.Programs:f2} programs + {seconds.Own:f2} own)");

    /// <returns>CPU seconds of reading the labels of the file, its pictures and its text: what the gate does with an upload.</returns>
    private static async Task<(double Own, double Programs)> MeasureAsync(string path, FrameSourceOptions source)
    {
        using var file = new FileByteSource(path);
        var options = new VideoAnalysisOptions { KeepFrames = true, ScreenText = new(), Source = source };
        var (own, children) = Machine.Cpu();
        var format = (await new LabelReader(new LabelReaderOptions(), TimeProvider.System).ReadAsync(file)).Container.Format;
        var viewed = await new VideoAnalyzer(new ExplicitLabelReader(LabelVocabulary.Default, new()), options).ViewAsync(file, format);
        await new FrameImages(new ProgramLimits()).EncodeAsync(viewed.Frames);
        var (ownAfter, childrenAfter) = Machine.Cpu();
        return (ownAfter - own, childrenAfter - children);
    }

    private static (double Own, double Programs) Median(List<(double Own, double Programs)> values) =>
        values.OrderBy(Sum).ElementAt(values.Count / 2);
}
