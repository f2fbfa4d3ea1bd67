using VideoGate.Bench.Visible.Specimens;
using VideoGate.Bench.Visible.Ways;

namespace VideoGate.Bench.Visible;

/// <summary>Labels and traces seen in scenes that have none.</summary>
internal static class FalseAlarms
{
    private const int Count = 300;

    public static async Task PrintAsync(KeptAnswers product, string folder)
    {
        var (labels, traces, cpu) = (0, 0, 0.0);
        for (var number = 0; number < Count; number++)
        {
            var (path, name) = await Scenes.OfAsync(number, folder);
            var answer = await product.OfAsync(path);
            cpu += answer.Cpu;
            labels += answer.Says == Truth.Label ? 1 : 0;
            traces += answer.Says == Truth.Trace ? 1 : 0;
            if (answer.Says != Truth.Nothing)
            {
                Console.WriteLine($"product: {answer.Says} instead of nothing: '{answer.Text}' in {name}");
            }
        }

        Console.WriteLine($"product: {labels} of {Count} scenes taken for labelled, {traces} for a generator's; {cpu / Count:f2} s CPU a scene");
    }
}
