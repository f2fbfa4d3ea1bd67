using System.Globalization;
using AiLabels.Pixels.Visible;
using VideoGate.Bench;
using VideoGate.Bench.Visible;
using VideoGate.Bench.Visible.Specimens;
using VideoGate.Bench.Visible.Ways;

// Recall and cost of reading visible labels.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (Arguments.Parse(args) is not { } run)
{
    await Console.Error.WriteLineAsync(Arguments.Usage);
    return 2;
}

Console.WriteLine(Machine.Describe());
Console.WriteLine(
    $"{(run.IsOfLengths || run.IsOfScenes ? "clips" : $"clips {run.From} to {run.To - 1}")}, kept in {run.Folder}; fonts: {string.Join(", ", Wardrobe.Fonts.Select(static font => font.Name))}");
var version = typeof(ExplicitLabelReader).Module.ModuleVersionId.ToString("n")[..8];
var (product, plain) = (new KeptAnswers($"product-{version}", Product.LookAsync), new KeptAnswers("plain", PlainWay.LookAsync));
await Product.LookAsync((await Clip.OfAsync(SpecimenSet.Make(0), run.Folder)).Path);
if (run.IsOfLengths)
{
    await Lengths.PrintAsync(product, plain, run.Folder);
    return 0;
}

if (run.IsOfScenes)
{
    await FalseAlarms.PrintAsync(product, run.Folder);
    return 0;
}

var (all, sample, sampleInPlainWay) = (new Score("product"), new Score("product on the sample"), new Score("plain way on the sample"));
for (var number = run.From; number < run.To; number++)
{
    var clip = await Clip.OfAsync(SpecimenSet.Make(number), run.Folder);
    var answer = await product.OfAsync(clip);
    all.Add(clip, answer);
    // As many negatives as others: their numbers are odd.
    if (number % run.Every == 0 || number % run.Every == (run.Every / 2) + 1)
    {
        sample.Add(clip, answer);
        sampleInPlainWay.Add(clip, await plain.OfAsync(clip));
    }
}

all.Print();
all.PrintConditions();
sample.Print();
sampleInPlainWay.Print();
Console.WriteLine($"The product takes {sample.Cpu / sampleInPlainWay.Cpu:p0} of the plain way's CPU time.");
return 0;
