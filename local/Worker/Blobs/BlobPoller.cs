using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Local.Worker.Functions;
using Local.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Local.Worker.Blobs;

/// <summary>
/// Runs one function on every blob version of its container at least once. New attempts start from a listing that succeeded, so an
/// outage of storage costs a blob one attempt and never all of them.
/// </summary>
internal sealed partial class BlobPoller(
    LoadedFunction function,
    BlobPath path,
    StorageConnection connection,
    BlobReceipts receipts,
    FunctionInvoker invoker,
    BlobOptions options,
    TimeProvider time,
    ILogger<BlobPoller> logger) : IDisposable
{
    // After that the wait between attempts stays the same: about a minute when the first is a second.
    private const int MostDoublings = 7;

    private readonly BlobContainerClient _container = connection.Container(path.Container);
    private readonly ConcurrentDictionary<BlobVersion, bool> _inFlight = new();
    private readonly SemaphoreSlim _slots = new(options.MaxDegreeOfParallelism);
    private bool _away;

    public async Task RunAsync(CancellationToken stopping)
    {
        var interval = options.BusyInterval;
        try
        {
            while (true)
            {
                var started = await PollAsync(stopping);
                interval = started ? options.BusyInterval : Shorter(interval * 1.25, options.IdleInterval);
                await Task.Delay(_away ? options.IdleInterval : interval, time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await UntilIdleAsync();
        }
    }

    public void Dispose() => _slots.Dispose();

    /// <returns>Whether the listing held blobs to start on.</returns>
    private async Task<bool> PollAsync(CancellationToken stopping)
    {
        var started = false;
        try
        {
            var present = new HashSet<BlobVersion>();
            await foreach (var item in _container.GetBlobsAsync(cancellationToken: stopping))
            {
                var blob = new BlobVersion(item.Name, item.Properties.ETag.GetValueOrDefault().ToString());
                present.Add(blob);
                if (!_inFlight.ContainsKey(blob) && !receipts.Of(blob).Settled)
                {
                    await _slots.WaitAsync(stopping);
                    _inFlight[blob] = true;
                    _ = Task.Run(() => HandleAsync(blob, item.Properties.BlobType, stopping), CancellationToken.None);
                    started = true;
                }
            }

            receipts.KeepOnly(present);
            NoteReachable();
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            NoteAway(exception);
        }

        return started;
    }

    private async Task HandleAsync(BlobVersion blob, BlobType? type, CancellationToken stopping)
    {
        try
        {
            bool settled;
            try
            {
                settled = await TryAsync(blob, type ?? BlobType.Block, stopping);
            }
            finally
            {
                _slots.Release();
            }

            // After the last attempt the report to the poison queue follows at once.
            if (!settled && receipts.Of(blob).Attempts is var attempts && attempts != options.PoisonBlobThreshold)
            {
                await Task.Delay(options.FirstRetry * Math.Pow(2, Math.Min(attempts, MostDoublings) - 1), time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The next start takes the blob up again: it has no receipt.
        }
        finally
        {
            _inFlight.TryRemove(blob, out _);
        }
    }

    private async Task<bool> TryAsync(BlobVersion blob, BlobType type, CancellationToken stopping)
    {
        var receipt = receipts.Of(blob);
        try
        {
            if (receipt.Attempts < options.PoisonBlobThreshold)
            {
                var client = connection.Blob(_container.Uri, blob.Name);
                await invoker.InvokeAsync(function, new BlobEvent(client, path, blob.Name), stopping);
            }
            else
            {
                await ReportPoisonAsync(blob, type, stopping);
            }

            receipts.Write(blob, receipt with { Settled = true });
            return true;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            receipt = receipt with { Attempts = receipt.Attempts + 1 };
            LogAttemptFailed(function.Name, path.Container, blob.Name, receipt.Attempts, options.PoisonBlobThreshold, exception);
            receipts.Write(blob, receipt);
            return false;
        }
    }

    private async Task ReportPoisonAsync(BlobVersion blob, BlobType type, CancellationToken stopping)
    {
        var queue = connection.Queue(PoisonMessage.Queue);
        await queue.CreateIfNotExistsAsync(cancellationToken: stopping);
        await queue.SendMessageAsync(PoisonMessage.For(function.Name, $"{type}Blob", path.Container, blob).ToJson(), stopping);
        LogPoison(function.Name, path.Container, blob.Name, PoisonMessage.Queue);
    }

    // Whoever holds every slot knows that no attempt runs.
    private async Task UntilIdleAsync()
    {
        for (var slot = 0; slot < options.MaxDegreeOfParallelism; slot++)
        {
            await _slots.WaitAsync(CancellationToken.None);
        }
    }

    private void NoteReachable()
    {
        if (_away)
        {
            _away = false;
            LogReachable(function.Name, path.Container);
        }
    }

    private void NoteAway(Exception exception)
    {
        if (!_away)
        {
            _away = true;
            var reason = exception is RequestFailedException { ErrorCode: { } code } ? code : exception.Message;
            LogAway(function.Name, path.Container, _container.Uri, reason);
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(2101, LogLevel.Warning, "Function '{Function}' failed on '{Container}/{Blob}', attempt {Attempt} of {Threshold}.")]
    private partial void LogAttemptFailed(string function, string container, string blob, int attempt, int threshold, Exception exception);

    [LoggerMessage(2102, LogLevel.Error, "Function '{Function}' gives up on '{Container}/{Blob}'; the queue {Queue} has it.")]
    private partial void LogPoison(string function, string container, string blob, string queue);

    [LoggerMessage(2103, LogLevel.Error, "Function '{Function}' cannot list container '{Container}' at {Uri}: {Reason} Polling goes on.")]
    private partial void LogAway(string function, string container, Uri uri, string reason);

    [LoggerMessage(2104, LogLevel.Information, "Function '{Function}' lists container '{Container}' again.")]
    private partial void LogReachable(string function, string container);
}
