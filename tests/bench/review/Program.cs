using System.Globalization;
using VideoGate.Bench;
using VideoGate.Bench.Review;

// Cost of a page of the review queue: `dotnet run -c Release --project tests/bench/review -- [OPEN [CLOSED]]`.
Console.WriteLine(Machine.Describe());
if (args.Length > 2 || !args.All(argument => int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    await Console.Error.WriteLineAsync("Usage: [OPEN [CLOSED]]");
    return 2;
}

int[] counts = [.. args.Select(argument => int.Parse(argument, CultureInfo.InvariantCulture))];
await QueueRun.RunAsync(open: counts is [var open, ..] ? open : 50_000, closed: counts is [_, var closed] ? closed : 10_000);
return 0;
