using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Policies.Backtests;

/// <summary>The backtests: <c>backtests/{id}/progress.json</c>, with the policy's text, in container <c>cases</c>.</summary>
public sealed class BacktestStore(BlobStorage storage)
{
    internal async Task CreateAsync(Backtest backtest, BinaryData policy, CancellationToken cancellationToken)
    {
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = "application/json" } };
        await storage.Blob(Location(backtest.BacktestId, "policy")).UploadAsync(policy, options, cancellationToken);
        await Progress(backtest.BacktestId).CreateAsync(new(backtest), cancellationToken);
    }

    /// <returns>The backtest, or null if <paramref name="id"/> is not a valid id or names no backtest.</returns>
    internal async Task<Stored<BacktestProgress>?> GetAsync(string? id, CancellationToken cancellationToken) =>
        Base32.IsValid(id) ? await Progress(id!).ReadAsync(cancellationToken) : null;

    /// <returns>The stored backtest, or null after a concurrent change.</returns>
    internal Task<Stored<BacktestProgress>?> ReplaceAsync(
        Stored<BacktestProgress> current, BacktestProgress next, CancellationToken cancellationToken) =>
        Progress(next.Backtest.BacktestId).ReplaceAsync(current.ETag, next, cancellationToken);

    internal async Task<Policy> ReadPolicyAsync(string id, CancellationToken cancellationToken)
    {
        var location = Location(id, "policy");
        var text = await storage.Blob(location).DownloadContentAsync(cancellationToken);
        return PolicyReader.Read(location.Name, text.Value.Content.ToArray());
    }

    private JsonBlob<BacktestProgress> Progress(string id) =>
        new(storage.Blob(Location(id, "progress")), BacktestJson.Stored.BacktestProgress);

    private static BlobLocation Location(string id, string file) => Base32.IsValid(id)
        ? new(Containers.Cases, $"backtests/{id}/{file}.json")
        : throw new ArgumentException($"'{id}' is not a backtest id.", nameof(id));
}
