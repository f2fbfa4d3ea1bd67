using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow.Folders;

/// <summary>
/// Uploads each file of a folder to the running gate, as a page and without a declaration, and prints its end. Beside an
/// <c>expected.tsv</c> with the columns <c>file</c> and <c>expected</c> it compares; files may be in <c>files/</c>. Then prints how many
/// each policy leaves to a moderator.
/// </summary>
internal static class FolderBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>0 if no row differs.</returns>
    public static async Task<int> RunAsync(string path)
    {
        var expected = Expectations(Path.Combine(path, "expected.tsv"));
        var files = Path.Combine(path, "files") is var inner && Directory.Exists(inner) ? inner : path;
        await using var gate = await RunningGate.StartAsync();
        var (good, differing) = (0, 0);
        var cases = new List<ModerationCase>();
        foreach (var file in Directory.GetFiles(files).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var ended = await gate.UntilDecidedAsync(await UploadAsync(gate, file, name), Patience);
            cases.Add(ended);
            var type = await TypeAsync(gate, ended);
            var verdict = expected.TryGetValue(name, out var expectation) ? Expectation.Differences(expectation, ended, type) : null;
            good += verdict is "" ? 1 : 0;
            differing += verdict is null or "" ? 0 : 1;
            Console.WriteLine(
                $"{name}\t{ended.State}\t{ended.Decision!.Reason}\torigin {ended.Labels?.Origin}\tlabel {ended.ExplicitLabel?.Compliance}"
                + $"\t{type}\t{(verdict is null ? "" : verdict is "" ? "as expected" : $"DIFFERS: {verdict}; expected {expectation}")}");
        }

        Console.WriteLine($"{good} of {good + differing} as expected");
        ModeratorShare.Print(cases);
        return differing == 0 ? 0 : 1;
    }

    private static Dictionary<string, string> Expectations(string path) => File.Exists(path)
        ? File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Where(row => row.Length > 1)
            .ToDictionary(row => row[0], row => row[1], StringComparer.Ordinal)
        : [];

    /// <summary>An uploader may claim any type.</summary>
    private static async Task<string> UploadAsync(RunningGate gate, string file, string name)
    {
        var blob = gate.Storage.Blob(new(Containers.Uploads, name));
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = "text/html" } };
        await using var content = File.OpenRead(file);
        BlobContentInfo stored = await blob.UploadAsync(content, options);
        return CaseId.For(Containers.Uploads, name, stored.ETag.ToString());
    }

    /// <summary>The type under which the video is served.</summary>
    private static async Task<string> TypeAsync(RunningGate gate, ModerationCase ended) =>
        (await gate.Storage.Blob(ended.Location!).GetPropertiesAsync()).Value.ContentType;
}
