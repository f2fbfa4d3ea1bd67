using Azure.Storage.Blobs.Models;
using VideoGate.Bench.Workflow.Published;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;

namespace VideoGate.Bench.Workflow.Folders;

/// <summary>
/// Uploads each file of a folder to the running gate, as a page and without a declaration, and prints its end, and what a published one
/// lacks of what the laws ask. Beside an <c>expected.tsv</c> with a column <c>expected</c> it compares; files may be in <c>files/</c>.
/// Then prints how many each policy leaves to a moderator.
/// </summary>
internal static class FolderBench
{
    private const int VideosAtATime = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <param name="policy">Id of the active policy.</param>
    /// <returns>0 if no row differs, and nothing is published without what its laws ask.</returns>
    public static async Task<int> RunAsync(string path, string policy)
    {
        var expected = Expectations(Path.Combine(path, "expected.tsv"));
        var folder = Path.Combine(path, "files") is var inner && Directory.Exists(inner) ? inner : path;
        await using var gate = await RunningGate.StartAsync(settings => settings["Policies__Active"] = policy);
        var check = PublishedCheck.Of(gate.Storage);
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var rows = new Row[files.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, files.Count),
            new ParallelOptions { MaxDegreeOfParallelism = VideosAtATime },
            async (at, _) =>
            {
                var name = Path.GetRelativePath(folder, files[at]);
                var ended = await gate.UntilDecidedAsync(await UploadAsync(gate, files[at], name), Patience);
                var lacks = ended.State is CaseState.Published ? await check.FaultsAsync(ended) : [];
                rows[at] = Row.Of(name, ended, await TypeAsync(gate, ended), lacks, expected.GetValueOrDefault(name));
                await Console.Error.WriteAsync('.');
            });
        await Console.Error.WriteLineAsync();

        Array.ForEach(rows, Console.WriteLine);
        var compared = rows.Where(row => row.Differences is not null).ToList();
        var lacking = rows.Count(row => row.Lacks.Count > 0);
        Console.WriteLine($"{compared.Count(row => row.Differences is "")} of {compared.Count} as expected");
        Console.WriteLine(
            $"{rows.Count(row => row.Ended.State is CaseState.Published)} published, {lacking} without what their laws asked");
        ModeratorShare.Print([.. rows.Select(row => row.Ended)]);
        return lacking == 0 && compared.TrueForAll(row => row.Differences is "") ? 0 : 1;
    }

    private static Dictionary<string, string> Expectations(string path)
    {
        var rows = File.Exists(path) ? File.ReadLines(path).Select(line => line.Split('\t')).ToList() : [];
        var column = rows is [var names, ..] ? Array.IndexOf(names, "expected") : -1;
        return column < 0
            ? []
            : rows.Skip(1).Where(row => row.Length > column).ToDictionary(row => row[0], row => row[column], StringComparer.Ordinal);
    }

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
