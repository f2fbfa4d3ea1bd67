using System.Globalization;
using System.Runtime.InteropServices;
using Bench.Engine;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var orchestrations = Argument(0, 2_000);
var repeats = Argument(1, 5);
var finishedBefore = Argument(2, 0);

Console.WriteLine($"machine   {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}");
Console.WriteLine($"input     {orchestrations:N0} orchestrations, each calls {EngineLoad.Activities} activities one after the other; {finishedBefore:N0} finished before");
Console.WriteLine($"repeats   {repeats}, each on a new database");

var runs = new List<Measurement>();
for (var i = 0; i < repeats; i++)
{
    var run = await EngineLoad.RunAsync(orchestrations, finishedBefore);
    Console.WriteLine($"run {i + 1}     {Describe(run)}, {run.PeakMegabytes:N0} MB peak so far");
    runs.Add(run);
}

var median = runs.OrderBy(run => run.PerSecond).ElementAt(runs.Count / 2);
Console.WriteLine($"median    {Describe(median)}");

string Describe(Measurement run) =>
    $"{run.PerSecond:N0} orchestrations/s, {run.EventsPerSecond:N0} history events/s, {run.CpuMicroseconds:N0} µs of CPU each";

int Argument(int position, int otherwise) => args.Length > position ? int.Parse(args[position], CultureInfo.InvariantCulture) : otherwise;
