using System.Globalization;
using Bench.Visible;
using Bench.Visible.Specimens;
using Bench.Visible.Ways;

// What is read of visible labels, and at what cost: `dotnet run -c Release --project tests/bench/visible -- [CLIPS [EVERY]]`.
// CLIPS clips, half of them without a label; of these every EVERYth is looked at in the plain way too, which is slow.
if (args.Length > 2 || !args.All(static argument => int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0))
{
    await Console.Error.WriteLineAsync("Usage: [CLIPS [EVERY]], 600 and 20 unless told");
    return 2;
}

var clips = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 600;
var every = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20;
var folder = Path.Combine(Path.GetTempPath(), "bench-visible");
Console.WriteLine($"{clips} clips, kept in {folder}; fonts: {string.Join(", ", Wardrobe.Fonts.Select(static font => font.Name))}");
await Product.LookAsync((await Clip.OfAsync(SpecimenSet.Make(0), folder)).Path);

var (all, sample, plain) = (new Score("product"), new Score("product on the sample"), new Score("plain way on the sample"));
for (var number = 0; number < clips; number++)
{
    var clip = await Clip.OfAsync(SpecimenSet.Make(number), folder);
    var answer = await Product.LookAsync(clip.Path);
    all.Add(clip, answer);
    if (number % every == 0 || number % every == every / 2)
    {
        sample.Add(clip, answer);
        plain.Add(clip, await PlainWay.LookAsync(clip.Path));
    }
}

all.Print();
all.PrintConditions();
sample.Print();
plain.Print();
Console.WriteLine($"The product takes {sample.Cpu / plain.Cpu:p0} of the plain way's CPU time.");
return 0;
