using System.Globalization;
using VideoGate.Bench.Frames;

// Cost of analyzing a video: `dotnet run -c Release --project tests/bench/frames -- [lengths REPEATS | file PATH | look PATH | every PATH
// REPEATS | calls | burn PATH | outcomes REPEATS |
// geometries FOLDER]`.
Console.WriteLine(Machine.Describe());
switch (args)
{
    case []:
        await Lengths.RunAsync(repeats: 3);
        return 0;
    case ["lengths", var repeats]:
        await Lengths.RunAsync(int.Parse(repeats, CultureInfo.InvariantCulture));
        return 0;
    case ["file", var path]:
        Console.WriteLine(Sampling.Header);
        Console.WriteLine(await Sampling.RunAsync(path));
        return 0;
    case ["burn", var path]:
        await Burning.RunAsync(path);
        return 0;
    case ["outcomes", var repeats]:
        await Outcomes.RunAsync(int.Parse(repeats, CultureInfo.InvariantCulture));
        return 0;
    case ["geometries", var folder]:
        return await Geometries.RunAsync(folder) == 0 ? 0 : 1;
    case ["look", var path]:
        await Look.RunAsync(path);
        return 0;
    case ["every", var path, var repeats]:
        await Every.RunAsync(path, int.Parse(repeats, CultureInfo.InvariantCulture));
        return 0;
    case ["calls"]:
        await Calls.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "Usage: [lengths REPEATS | file PATH | look PATH | every PATH REPEATS | calls | burn PATH | outcomes REPEATS | geometries FOLDER]");
        return 2;
}
