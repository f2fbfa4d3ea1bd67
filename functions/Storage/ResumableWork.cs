using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;

namespace VideoGate.Storage;

/// <summary>
/// Work that spans several runs, one run at a time across all instances of the app. Its checkpoint is one blob, written conditionally on
/// its ETag: a run whose lease expired detects a takeover when it saves; an interrupted run continues from its last save.
/// </summary>
internal sealed class ResumableWork<T>(BlobClient blob, JsonTypeInfo<Checkpoint<T>> type, TimeProvider time)
    where T : class
{
    /// <summary>Duration of a run's lease, renewed by each save.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private readonly JsonBlob<Checkpoint<T>> _blob = new(blob, type);

    /// <returns>The progress, of any run, or null if no work is in progress.</returns>
    public async Task<T?> LookAsync(CancellationToken cancellationToken) => (await _blob.ReadAsync(cancellationToken))?.Value.Progress;

    /// <returns>The run, or null if another run is active.</returns>
    public async Task<Run?> TakeUpAsync(CancellationToken cancellationToken)
    {
        var found = await _blob.ReadAsync(cancellationToken) ?? await _blob.CreateAsync(new(null, null), cancellationToken);
        if (found.Value.BusyUntil > time.GetUtcNow())
        {
            return null;
        }

        return await _blob.ReplaceAsync(found.ETag, found.Value with { BusyUntil = Until }, cancellationToken) is { } taken
            ? new(this, taken)
            : null;
    }

    private DateTimeOffset Until => time.GetUtcNow() + MaxWait;

    /// <summary>One run's lease on the work; released on disposal.</summary>
    internal sealed class Run(ResumableWork<T> work, Stored<Checkpoint<T>> taken) : IAsyncDisposable
    {
        private ETag? _version = taken.ETag;

        public T? Progress { get; private set; } = taken.Value.Progress;

        /// <returns>False if another run has taken over: the caller must stop.</returns>
        public Task<bool> SaveAsync(T? progress, CancellationToken cancellationToken)
        {
            Progress = progress;
            return WriteAsync(work.Until, cancellationToken);
        }

        public async ValueTask DisposeAsync() => await WriteAsync(busyUntil: null, CancellationToken.None);

        private async Task<bool> WriteAsync(DateTimeOffset? busyUntil, CancellationToken cancellationToken)
        {
            var written = _version is { } version
                ? await work._blob.ReplaceAsync(version, new(Progress, busyUntil), cancellationToken)
                : null;
            _version = written?.ETag;
            return written is not null;
        }
    }
}
