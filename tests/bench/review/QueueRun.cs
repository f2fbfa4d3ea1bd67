using System.Diagnostics;
using System.Text.Json;
using VideoGate.Access;
using VideoGate.Cases.Queue;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Review;

/// <summary>Requests pages of a long queue from a running app, before and after many cases are closed.</summary>
internal static class QueueRun
{
    private const int PageSize = 50;
    private const int Repeats = 60;
    private const int DeepPages = 40;

    public static async Task RunAsync(int open, int closed)
    {
        await using var gate = await RunningGate.StartAsync();
        Console.WriteLine($"writing {open:N0} open reviews ...");
        await Filling.OpenAsync(gate, open);
        await MeasureAsync(gate, $"{open:N0} open, 0 closed cases");

        Console.WriteLine($"writing {closed:N0} closed cases ...");
        await Filling.ClosedAsync(gate, closed);
        await MeasureAsync(gate, $"{open:N0} open, {closed:N0} closed cases");
        Console.WriteLine(
            "Azurite walks every blob of a container to list some of them, so its share grows with whatever it holds; a storage account's does not.");
    }

    private static async Task MeasureAsync(RunningGate gate, string situation)
    {
        Console.WriteLine($"{situation}; pages of {PageSize}, {Repeats} times each, one after the other:");
        using var http = await gate.App.SignInAsync("bench", Roles.Auditor);
        var cold = await TimeAsync(http, $"/api/reviews?pageSize={PageSize}&reason={Filling.RareReason}");
        Console.WriteLine($"  the first filtered page, which reads the whole queue: {cold.Milliseconds:F0} ms");
        await StorageAloneAsync(gate);
        await RepeatAsync(http, "first page", $"/api/reviews?pageSize={PageSize}");
        await RepeatAsync(http, "page in the middle", await DeepAsync(http, $"/api/reviews?pageSize={PageSize}"));
        await RepeatAsync(http, "filtered, 1 in 10", $"/api/reviews?pageSize={PageSize}&reason={Filling.CommonReason}");
        await RepeatAsync(http, "filtered, 1 in 1,000", $"/api/reviews?pageSize={PageSize}&reason={Filling.RareReason}");
        await RepeatAsync(http, "summary", "/api/reviews/summary");
    }

    /// <summary>Storage's share of a page's time: the one listing call that the app makes, made from here.</summary>
    private static async Task StorageAloneAsync(RunningGate gate)
    {
        var index = new ReviewQueueStore(gate.Storage);
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await index.ListAsync(null, PageSize);
            times[i] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Print("storage alone", times);
    }

    /// <summary>Returns the link to a page after many others.</summary>
    private static async Task<string> DeepAsync(HttpClient http, string first)
    {
        var link = first;
        for (var page = 0; page < DeepPages; page++)
        {
            link = (await TimeAsync(http, link)).Body.RootElement.TryGetProperty("nextLink", out var next) ? next.GetString()! : first;
        }

        return link;
    }

    private static async Task RepeatAsync(HttpClient http, string what, string link)
    {
        var times = new double[Repeats];
        for (var i = 0; i < Repeats; i++)
        {
            times[i] = (await TimeAsync(http, link)).Milliseconds;
        }

        Print(what, times);
    }

    private static void Print(string what, double[] times)
    {
        Array.Sort(times);
        Console.WriteLine(
            $"  {what,-22} median {times[Repeats / 2],8:F1} ms   p95 {times[Repeats * 95 / 100],8:F1} ms   most {times[^1],8:F1} ms");
    }

    private static async Task<(double Milliseconds, JsonDocument Body)> TimeAsync(HttpClient http, string link)
    {
        var began = Stopwatch.GetTimestamp();
        var body = await http.GetByteArrayAsync(new Uri(link, UriKind.Relative));
        return (Stopwatch.GetElapsedTime(began).TotalMilliseconds, JsonDocument.Parse(body));
    }
}
