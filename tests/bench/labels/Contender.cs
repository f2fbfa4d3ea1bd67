using System.Diagnostics;
using System.Text.Json;
using AiLabels;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Tests.Peers;
using MetadataExtractor;

namespace VideoGate.Bench.Labels;

/// <summary>One reader of videos.</summary>
/// <param name="Name">Its name and how it is run.</param>
/// <param name="Rounds">Number of reads in one repeat: code in this process is too fast for one.</param>
/// <param name="ReadAsync">Reads the file once.</param>
internal sealed record Contender(string Name, int Rounds, Func<string, Task<Measured>> ReadAsync)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private static readonly byte[] FirstBlock = new byte[64 << 10];

    public static Contender OwnMetadata { get; } =
        Own("ailabels, metadata, in process", 1000, new LabelReaderOptions { CheckContentHash = false });

    public static Contender Own(string name, int rounds, LabelReaderOptions options) =>
        new(name, rounds, path => Measured.RunAsync(() => ReportAsync(path, options)));

    /// <summary>The same in a separate process, runtime start included.</summary>
    public static Contender OwnProcess(string name, params string[] arguments) =>
        new(name, 1, path => Measured.RunAsync(new ProcessStartInfo(Environment.ProcessPath!, ["read", path, .. arguments]), "", Limit));

    /// <summary>MetadataExtractor lists boxes; it gives no verdict on labels.</summary>
    public static Contender Extractor { get; } = new(
        "MetadataExtractor 2.4.3, in process",
        1000,
        path => Measured.RunAsync(() =>
        {
            Extract(path);
            return Task.CompletedTask;
        }));

    /// <summary>The same library as a program that reads one file, comparable with the others.</summary>
    public static Contender ExtractorProcess { get; } = new(
        "MetadataExtractor 2.4.3, process", 1,
            path => Measured.RunAsync(new ProcessStartInfo(Environment.ProcessPath!, ["extract", path]), "", Limit));

    /// <summary>Lower bound: opens a file, reads its first 64 KiB in one call, closes it.</summary>
    public static Contender Floor { get; } = new(
        "open, read 64 KiB, close, in process",
        1000,
        path => Measured.RunAsync(() =>
        {
            using var file = File.OpenHandle(path);
            RandomAccess.Read(file, FirstBlock, 0);
            return Task.CompletedTask;
        }));

    /// <summary>c2pa-rs always validates.</summary>
    public static Contender C2pa(string roots) =>
        new("c2pa-rs 0.82, Node process", 1,
            path => Measured.RunAsync(C2paRs.Command, JsonSerializer.Serialize(new[] { C2paRs.Read(path, roots) }), Limit));

    /// <summary>Excludes the start of Node and the loading of its library.</summary>
    public static Contender C2paInProcess(string roots) => new("c2pa-rs 0.82, in its process", 1, async path =>
    {
        var answers =
            await C2paRs.AskAsync(Enumerable.Repeat(C2paRs.Read(path, roots), path.EndsWith("big.mp4", StringComparison.Ordinal) ? 1 : 20));
        return new Measured(Measured.Median(answers.Select(answer => TimeSpan.FromMilliseconds(answer.Milliseconds))), null);
    });

    public static Contender Program(string name, params string[] arguments) =>
        new($"{name}, process", 1, path => Measured.RunAsync(new ProcessStartInfo(name, [.. arguments, path]), "", Limit));

    /// <summary>Returns the installed programs and prints the missing ones.</summary>
    public static IEnumerable<Contender> Programs()
    {
        string[][] programs =
        [
            ["exiftool", "-json"],
            ["ffprobe", "-v", "error", "-show_format", "-show_streams", "-of", "json"],
            ["mediainfo", "--Output=JSON"],
        ];
        foreach (var program in programs)
        {
            if (IsInstalled(program[0]))
            {
                yield return Program(program[0], program[1..]);
            }
            else
            {
                Console.WriteLine($"  {program[0]} is not installed: not measured");
            }
        }
    }

    public static async Task<LabelReport> ReportAsync(string path, LabelReaderOptions options)
    {
        using var source = new FileByteSource(path);
        return await new LabelReader(options, TimeProvider.System).ReadAsync(source);
    }

    /// <summary>Lists the metadata that MetadataExtractor finds.</summary>
    public static void Extract(string path) => Assert.NotEmpty(ImageMetadataReader.ReadMetadata(path));

    public static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
