using System.Globalization;
using Bench;
using Bench.Workflow;

// What the whole workflow costs: `dotnet run -c Release --project tests/bench/workflow -- [uploads N | growth N | crash KILLS UPLOADS | outage SECONDS | big GIB]`.
Console.WriteLine(Machine.Describe());
switch (args)
{
    case [] or ["uploads"]:
        await Throughput.RunAsync(uploads: 1000);
        return 0;
    case ["uploads", var count]:
        await Throughput.RunAsync(Number(count));
        return 0;
    case ["growth", var finished]:
        await Growth.RunAsync(Number(finished));
        return 0;
    case ["crash", var kills, var uploads]:
        await Crash.RunAsync(Number(kills), Number(uploads));
        return 0;
    case ["outage", var seconds]:
        await Crash.CutStorageOffAsync(TimeSpan.FromSeconds(Number(seconds)));
        return 0;
    case ["big", var gibibytes]:
        await BigFile.RunAsync(Number(gibibytes));
        return 0;
    default:
        await Console.Error.WriteLineAsync("Usage: [uploads N | growth FINISHED | crash KILLS UPLOADS | outage SECONDS | big GIB]");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
