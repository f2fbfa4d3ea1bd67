using System.Text.Json.Serialization.Metadata;
using Azure;
using Azure.Storage.Blobs;

namespace VideoGate.Storage;

/// <summary>
/// Work that goes on over many runs, one run at a time, whichever instance of the app it is in. Its checkpoint is one blob, written under
/// its ETag: a run that was taken for gone learns so when it saves, and a run that was cut off is gone on with from where it saved last.
/// </summary>
internal sealed class ResumableWork<T>(BlobClient blob, JsonTypeInfo<Checkpoint<T>> type, TimeProvider time)
    where T : class
{
    /// <summary>How long nobody else takes the work up without hearing of it.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(5);

    private readonly JsonBlob<Checkpoint<T>> _blob = new(blob, type);

    /// <returns>How far it has come, whoever is at it; null when nothing was begun.</returns>
    public async Task<T?> LookAsync(CancellationToken cancellationToken) => (await _blob.ReadAsync(cancellationToken))?.Value.Progress;

    /// <returns>Null while another run is at it.</returns>
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

    /// <summary>One run's hold on the work; disposed of, it lets go.</summary>
    internal sealed class Run(ResumableWork<T> work, Stored<Checkpoint<T>> taken) : IAsyncDisposable
    {
        private ETag? _version = taken.ETag;

        public T? Progress { get; private set; } = taken.Value.Progress;

        /// <returns>False when another run has taken the work over: whoever hears this stops.</returns>
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
