using Local.Samples;
using Spectre.Console;

// Usage: Samples --app URL --folder FOLDER -- [FILE…]. Without files the sample set is made in FOLDER.
if (args is not ["--app", var app, "--folder", var folder, "--", .. var files])
{
    await Console.Error.WriteLineAsync("Usage: Samples --app URL --folder FOLDER -- [FILE...]");
    return 2;
}

const int WidthOfALog = 180;
var limit = TimeSpan.FromMinutes(files.Length == 0 ? 5 : 30);
IReadOnlyList<Sample> samples = files.Length == 0 ? await SampleSet.CreateAsync(folder) : [.. files.Select(file => new Sample(file))];
var gate = await GateClient.SignInAsync(new Uri(app));
var runs = samples.Select(sample => new Run(sample)).ToList();
using var deadline = new CancellationTokenSource(limit);

var follow = Task.WhenAll(runs.Select(run => run.FollowAsync(gate, deadline.Token)));
if (AnsiConsole.Profile.Capabilities.Interactive)
{
    await AnsiConsole.Live(Report.Of(runs)).StartAsync(async live =>
    {
        while (!follow.IsCompleted)
        {
            await Task.WhenAny(follow, Task.Delay(TimeSpan.FromMilliseconds(250)));
            live.UpdateTarget(Report.Of(runs));
        }
    });
}
else
{
    await follow;
    AnsiConsole.Profile.Width = WidthOfALog;
    AnsiConsole.Profile.Capabilities.ColorSystem = ColorSystem.NoColors;
    AnsiConsole.Write(Report.Of(runs));
}

foreach (var run in runs.Where(run => !run.EndedAsExpected))
{
    Console.WriteLine($"{run.Sample.Name}: {run.Error ?? $"ended {run.Case?.State}, expected {run.Sample.Expected}"}");
}

return runs.All(run => run.EndedAsExpected) ? 0 : 1;
