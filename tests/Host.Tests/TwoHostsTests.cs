using System.Net;
using Azure.Storage.Blobs;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

[Trait("Needs", "services")]
public sealed class TwoHostsTests : HasAzurite
{
    [Fact]
    public async Task Hosts_WithOneHostId_ShareKeysAndTimers()
    {
        // Arrange
        await using var first = new HostProcess(Storage) { Settings = { ["Tick__Schedule"] = "* * * * * *" } };
        await using var second = new HostProcess(Storage) { Settings = { ["Tick__Schedule"] = "* * * * * *" } };

        // Act
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        int[] workers = await Task.WhenAll(first.WorkerIdAsync(), second.WorkerIdAsync());
        var ticks = await Eventually.GetAsync(async () => await TicksAsync() is { Length: >= 4 } ticks ? ticks : null);

        // Assert
        var key = await first.MasterKeyAsync();
        using var opened = await first.GetAsync("api/locked", key);
        using var openedToo = await second.GetAsync("api/locked", key);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (opened.StatusCode, openedToo.StatusCode));
        Assert.Contains(int.Parse(Assert.Single(ticks.Distinct())), workers);
    }

    private async Task<string[]> TicksAsync()
    {
        var blob = new BlobClient(Storage, "ticks", "ticks");
        return await blob.ExistsAsync()
            ? (await blob.DownloadContentAsync()).Value.Content.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : [];
    }
}
