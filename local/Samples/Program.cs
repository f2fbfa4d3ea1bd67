using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using VideoGate.Local.Samples;

if (args is not ["--app", var app, "--services", var services, "--process", var process, "--elapsed", var elapsed, "--folder", var folder, "--", .. var paths])
{
    await Console.Error.WriteLineAsync(
        "Usage: Samples --app URL --services URL --process PID --elapsed SECONDS --folder FOLDER -- [PATH...]");
    return 2;
}

var clock = Stopwatch.StartNew();
try
{
    var files = paths is [] ? new VideoFiles(await SampleSet.CreateAsync(folder, Say), [], AllTaken: true) : VideoFiles.Find(paths);
    files.Messages.ToList().ForEach(Console.WriteLine);
    if (files.Videos is [])
    {
        throw new InvalidOperationException("no video found in the given paths. Pass video files, or folders that contain some: ./run.sh FILE...");
    }

    Run[] runs = [.. files.Videos.Select(video => new Run(video))];
    var gate = await GateClient.SignInAsync(new Uri(app), new Uri(services));
    Say($"Sending {runs.Length} video(s) through the app");
    var fault = await new Journey(runs, int.Parse(process, CultureInfo.InvariantCulture), Say).FollowAsync(gate);
    Show(runs);
    return fault is null ? files.AllTaken && runs.All(run => run.EndedAsExpected) ? 0 : 1 : throw new InvalidOperationException(fault);
}
catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync($"Error: {exception.Message}");
    return 1;
}

void Show(Run[] runs)
{
    if (Console.IsOutputRedirected)
    {
        runs.Select(run => Report.Line(run, "; ")).ToList().ForEach(Console.WriteLine);
    }
    else
    {
        AnsiConsole.Write(Report.Of(runs, AnsiConsole.Profile.Width));
    }

    foreach (var run in runs.Where(run => run is { EndedAsExpected: false, Case.Ended: true }))
    {
        Console.WriteLine($"{run.Sample.Name}: ended {Expected.Of(run.Case!)}; expected {run.Sample.Expected}");
    }
}

// Continues the time that run.sh prints.
void Say(string line) =>
    Console.WriteLine($"[{double.Parse(elapsed, CultureInfo.InvariantCulture) + clock.Elapsed.TotalSeconds,3:0}s] {line}");
