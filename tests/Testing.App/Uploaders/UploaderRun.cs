using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;
using VideoGate.Access;
using VideoGate.Storage;

namespace VideoGate.Testing.App.Uploaders;

/// <summary>
/// Uploads by many uploaders, most of them hostile, at the same time: to addresses that were granted, or directly. Each does random acts at
/// random moments before, while and after its upload is taken in.
/// </summary>
/// <param name="videos">Share of uploads that are real videos; the others cost no decoding.</param>
internal sealed class UploaderRun(RunningGate gate, int seed, double videos)
{
    private const int Parallelism = 8;
    private const int UploadsPerUploader = 20;
    private const int MostActs = 4;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);

    public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the uploads whose video was stored, by uploader.</summary>
    public ConcurrentBag<(string Uploader, string UploadId)> Stored { get; } = [];

    public async Task UploadAsync(int uploads)
    {
        var clients = new ConcurrentDictionary<string, Task<HttpClient>>(StringComparer.Ordinal);
        await Parallel.ForAsync(0, uploads, new ParallelOptions { MaxDegreeOfParallelism = Parallelism }, async (index, _) =>
        {
            var random = new Random(unchecked((seed * 397) ^ index));
            var uploader = $"uploader-{index % Math.Max(2, uploads / UploadsPerUploader)}";
            var http = await clients.GetOrAdd(uploader, name => gate.App.SignInAsync(name, Roles.Uploader));
            await BehaveAsync(uploader, http, index, random);
        });
        foreach (var client in clients.Values)
        {
            (await client).Dispose();
        }
    }

    private async Task BehaveAsync(string uploader, HttpClient http, int index, Random random)
    {
        var content = Choose(random);
        var isDirect = random.Next(5) == 0;
        var (uploadId, address) = isDirect ? (null, await DirectAsync(index, random)) : await GrantAsync(http, index);
        if (address is null)
        {
            Count("answered 429");
            return;
        }

        Act[] acts = [.. Enumerable.Range(0, random.Next(MostActs + 1)).Select(_ => (Act)random.Next(Enum.GetValues<Act>().Length))];
        var before = acts.Length == 0 ? 0 : random.Next(2);
        await ActAsync(acts.Take(before), address, random);
        if (await StoreAsync(content, address))
        {
            Count(isDirect ? "stored directly" : "stored by address");
            if (uploadId is not null)
            {
                Stored.Add((uploader, uploadId));
            }
        }

        await ActAsync(acts.Skip(before), address, random);
    }

    private Content Choose(Random random) => random.NextDouble() < videos
        ? random.Next(3) switch { 0 => Content.Labelled, 1 => Content.Polyglot, _ => Content.Clean }
        : random.Next(3) == 0 ? Content.Html : Content.Junk;

    private async Task ActAsync(IEnumerable<Act> acts, Uri address, Random random)
    {
        foreach (var act in acts)
        {
            await Task.Delay(LongestPause * (random.NextDouble() * random.NextDouble()));
            Count($"{act} {(await Acts.TryAsync(act, address, random) ? "done" : "refused")}");
        }
    }

    private static async Task<bool> StoreAsync(Content content, Uri address)
    {
        try
        {
            await Acts.UploadAsync(new BlockBlobClient(address), content);
            return true;
        }
        catch (Azure.RequestFailedException refused) when (refused.Status is >= 400 and < 500)
        {
            // An act before it stands in its way, such as a lease on a page blob.
            return false;
        }
    }

    private static async Task<(string? UploadId, Uri? Address)> GrantAsync(HttpClient http, int index)
    {
        using var answer = await http.PostAsJsonAsync("/api/uploads", new { fileName = $"video {index}.mp4", declaration = "notAi" });
        if (answer.StatusCode is HttpStatusCode.TooManyRequests)
        {
            Assert.NotNull(answer.Headers.RetryAfter);
            return (null, null);
        }

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var grant = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (grant.GetProperty("uploadId").GetString(), new Uri(grant.GetProperty("url").GetString()!));
    }

    /// <summary>An address of an operator's own, which allows everything; some share a name.</summary>
    private async Task<Uri> DirectAsync(int index, Random random) => await gate.Storage.SasUriAsync(
        new(Containers.Uploads, random.Next(3) == 0 ? "direct/same.mp4" : $"direct/{index}.mp4"),
        BlobSasPermissions.All & ~BlobSasPermissions.Move & ~BlobSasPermissions.Execute,
        TimeProvider.System.GetUtcNow().AddHours(1));

    private void Count(string what) => Counts.AddOrUpdate(what, 1, (_, count) => count + 1);
}
