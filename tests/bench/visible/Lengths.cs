using VideoGate.Bench.Visible.Specimens;
using VideoGate.Bench.Visible.Ways;

namespace VideoGate.Bench.Visible;

/// <summary>Cost of analysis by length of the video: that of the plain way grows linearly.</summary>
internal static class Lengths
{
    private static readonly double[] Seconds = [5, 15, 60, 180];

    /// <summary>Of 1280 by 720: a label, and a mention without one.</summary>
    private static readonly int[] Numbers = [2, 5];

    public static async Task PrintAsync(KeptAnswers product, KeptAnswers plain, string folder)
    {
        foreach (var seconds in Seconds)
        {
            var (ours, theirs) = (0.0, 0.0);
            foreach (var specimen in Numbers.Select(SpecimenSet.Make))
            {
                var clip = await Clip.OfAsync(specimen with { Seconds = seconds }, folder);
                var (answer, other) = (await product.OfAsync(clip), await plain.OfAsync(clip));
                Console.WriteLine(
                    $"{seconds} s, {specimen.Text}: product {answer.Says} in {answer.Cpu:f2} s CPU, plain way {other.Says} in {other.Cpu:f2} s");
                (ours, theirs) = (ours + answer.Cpu, theirs + other.Cpu);
            }

            Console.WriteLine($"{seconds} s: the product takes {ours / theirs:p0} of the plain way's CPU time");
        }
    }
}
