using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs.Models;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Testing.App.Uploaders;

/// <summary>What must hold after a run: every case ends, nothing is public that is not published, nothing is lost.</summary>
internal sealed class UploaderOutcome(RunningGate gate)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    private static readonly byte[][] Publishable = [Content.Clean.Bytes.ToArray(), Content.Polyglot.Bytes.ToArray()];

    /// <returns>Number of cases by state.</returns>
    public async Task<SortedDictionary<string, int>> AssertAsync(UploaderRun run)
    {
        var cases = await UntilEndedAsync();
        await UntilEmptyAsync();
        var published = await AssertPublicAsync(cases);
        foreach (var moderated in cases.Values)
        {
            await AssertKeptAsync(moderated);
        }

        Assert.Equal(published, cases.Values.Count(moderated => moderated.State is CaseState.Published));
        await AssertLedOnAsync(run, cases);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in cases.Values.CountBy(Describe))
        {
            counts[group.Key] = group.Value;
        }

        return counts;
    }

    private static string Describe(ModerationCase ended) =>
        ended.Refusal is { } refusal ? $"{ended.State} ({refusal})" : ended.State.ToString();

    /// <summary>Waits until no upload is without a case, and no case is being inspected.</summary>
    private async Task<Dictionary<string, ModerationCase>> UntilEndedAsync()
    {
        var (clock, began) = (TimeProvider.System, TimeProvider.System.GetTimestamp());
        var ended = new Dictionary<string, ModerationCase>(StringComparer.Ordinal);
        string[] open = ["?"];
        for (var quiet = 0; quiet < 3;)
        {
            await Task.Delay(Rest);
            open = [.. await AwaitedAsync(), .. await ReadAsync(ended)];
            quiet = open.Length == 0 ? quiet + 1 : 0;
            if (clock.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException(
                    $"{open.Length} cases did not end, such as {open[0]}. The log: {await File.ReadAllTextAsync(gate.App.Log)}");
            }
        }

        return ended;
    }

    /// <returns>Future ids of uploads that have no case yet.</returns>
    private async Task<List<string>> AwaitedAsync()
    {
        var awaited = new List<string>();
        await foreach (var blob in gate.Storage.Container(Containers.Uploads).GetBlobsAsync())
        {
            var caseId = CaseId.For(Containers.Uploads, blob.Name, blob.Properties.ETag!.Value.ToString());
            if (await gate.Cases.GetAsync(caseId) is null)
            {
                awaited.Add(caseId);
            }
        }

        return awaited;
    }

    /// <returns>Ids of the cases that have not ended.</returns>
    private async Task<List<string>> ReadAsync(Dictionary<string, ModerationCase> ended)
    {
        var open = new List<string>();
        string? marker = null;
        do
        {
            var page = await gate.Cases.ListPageAsync(marker, 5000);
            foreach (var caseId in page.CaseIds.Where(caseId => !ended.ContainsKey(caseId)))
            {
                var stored = (await gate.Cases.RequireAsync(caseId)).Case;
                if (stored.State is CaseState.Inspecting)
                {
                    open.Add(caseId);
                }
                else
                {
                    ended[caseId] = stored;
                }
            }

            marker = page.Next;
        }
        while (marker is not null);
        return open;
    }

    /// <summary>What could not be removed is left to the reconciliation.</summary>
    private async Task UntilEmptyAsync()
    {
        for (var attempt = 0; attempt < 10 && (await gate.ListAsync(Containers.Uploads)).Count > 0; attempt++)
        {
            await gate.App.RunTimerAsync("Reconcile");
            await Task.Delay(Rest);
        }

        Assert.Empty(await gate.ListAsync(Containers.Uploads));
    }

    /// <summary>Each published blob belongs to a published case, has the app's headers alone, and holds what may be public.</summary>
    private async Task<int> AssertPublicAsync(Dictionary<string, ModerationCase> cases)
    {
        var names = await gate.ListAsync(Containers.Published);
        foreach (var name in names)
        {
            var place = new BlobLocation(Containers.Published, name);
            BlobDownloadResult blob = await gate.Storage.Blob(place).DownloadContentAsync();
            var owner = cases[Assert.Single(blob.Details.Metadata, entry => entry.Key == BlobCopier.CaseIdKey).Value];
            Assert.Single(blob.Details.Metadata);
            Assert.Equal((CaseState.Published, place), (owner.State, owner.Location));
            Assert.Equal(("video/mp4", true), (blob.Details.ContentType, string.IsNullOrEmpty(blob.Details.ContentEncoding)));
            Assert.StartsWith("inline; filename=", blob.Details.ContentDisposition, StringComparison.Ordinal);
            Assert.Equal("public, max-age=300", blob.Details.CacheControl);
            Assert.Contains(Publishable, allowed => allowed.AsSpan().SequenceEqual(blob.Content.ToMemory().Span));
        }

        return names.Count;
    }

    /// <summary>The video of a case that was taken in is where the case says, and whole.</summary>
    private async Task AssertKeptAsync(ModerationCase ended)
    {
        if (ended.Refusal is not null)
        {
            Assert.Equal((CaseState.Superseded, null), (ended.State, ended.Location));
            return;
        }

        BlobProperties video = await gate.Storage.Blob(ended.Location!).GetPropertiesAsync();
        Assert.Equal((ended.Upload.Length, ended.CaseId), (video.ContentLength, BlobCopier.OwnerOf(video.Metadata)));
    }

    /// <summary>Each uploader whose video was stored is led to its case, or told why there is none.</summary>
    private async Task AssertLedOnAsync(UploaderRun run, Dictionary<string, ModerationCase> cases)
    {
        foreach (var uploader in run.Stored.GroupBy(stored => stored.Uploader))
        {
            using var http = await gate.App.SignInAsync(uploader.Key, Roles.Uploader);
            foreach (var (_, uploadId) in uploader)
            {
                var view = await http.GetFromJsonAsync<JsonElement>(new Uri($"/api/uploads/{uploadId}", UriKind.Relative));
                var state = view.GetProperty("state").GetString();
                var ended = cases[view.GetProperty("caseId").GetString()!];
                Assert.Equal(ended.Refusal is null ? "takenIn" : "refused", state);
                Assert.Equal(ended.Refusal is not null, view.TryGetProperty("problem", out _));
                Assert.Equal(uploader.Key, ended.Submission.Uploader);
            }
        }
    }
}
