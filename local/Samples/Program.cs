using System.Globalization;
using Spectre.Console;
using VideoGate.Local.Samples;

if (Options.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(Options.Usage);
    return 2;
}

var clock = new Clock(options.Elapsed);
try
{
    return await RunAsync();
}
catch (Exception exception) when (exception is HttpRequestException or InvalidOperationException or IOException)
{
    await Console.Error.WriteLineAsync($"Error: {exception.Message}");
    return 1;
}

async Task<int> RunAsync()
{
    var (samples, allTaken) = await FindAsync();
    if (samples.Count == 0)
    {
        await Console.Error.WriteLineAsync("Error: no video among what was named. Name video files, or folders with some: ./run.sh FILE...");
        return 1;
    }

    var runs = samples.Select(sample => new Run(sample)).ToList();
    using var journey = new Journey(runs, new AppProcesses(options.Process), TimeProvider.System);
    var progress = new ProgressView(runs, clock);
    var gate = await GateClient.SignInAsync(options);
    clock.Say($"Sending {Printable.Count(runs.Count, "video")} through the app");
    if (IsTerminal())
    {
        var console = AnsiConsole.Console;
        await AnsiConsole.Live(progress.Draw(console.Profile.Width, console.Profile.Height)).AutoClear(true).StartAsync(live =>
            journey.FollowAsync(gate, () => live.UpdateTarget(progress.Draw(console.Profile.Width, console.Profile.Height))));
    }
    else
    {
        await journey.FollowAsync(gate, progress.Print);
    }

    Show(runs, journey);
    return allTaken && runs.All(run => run.EndedAsExpected) ? 0 : 1;
}

async Task<(IReadOnlyList<Sample> Samples, bool AllTaken)> FindAsync()
{
    if (options.Paths.Count == 0)
    {
        return (await SampleSet.CreateAsync(options.Folder, clock), true);
    }

    var found = VideoFiles.Find(options.Paths);
    foreach (var message in found.Messages)
    {
        Console.WriteLine(message);
    }

    return (found.Videos, found.AllTaken);
}

void Show(IReadOnlyList<Run> runs, Journey journey)
{
    if (Width() is { } width)
    {
        AnsiConsole.Profile.Width = width;
        AnsiConsole.Write(Report.Of(runs, width));
    }
    else
    {
        foreach (var line in Report.Lines(runs))
        {
            Console.WriteLine(line);
        }
    }

    foreach (var run in runs.Where(run => run is { EndedAsExpected: false, Error: null }))
    {
        Console.WriteLine($"{run.Sample.Name}: ended {Expected.Describe(run.Case!)}, expected {run.Sample.Expected}");
    }

    if (journey.Fault is { } fault)
    {
        Console.Error.WriteLine($"Error: {fault}");
    }
}

// Where nothing else is known of a pipe's reader, lines of any length are right.
int? Width() => !Console.IsOutputRedirected ? AnsiConsole.Profile.Width
    : int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var columns) && columns > 0 ? columns
    : null;

static bool IsTerminal() => !Console.IsOutputRedirected && AnsiConsole.Profile.Capabilities is { Interactive: true, Ansi: true };
