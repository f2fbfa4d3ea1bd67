using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using VideoGate.Storage;

namespace VideoGate.Audit.Anchors;

/// <summary>Writes the manifest of the day: the heads of all logs that grew since the last one.</summary>
public sealed partial class AuditAnchorer(
    AuditLog audit, AnchorStore store, AnchorChain chain, AuditSigner signer, IEnumerable<IAnchorObserver> observers, StorageClock clock,
    TimeProvider time, ILogger<AuditAnchorer> logger)
{
    private const int Parallelism = 8;

    // A log that grows during the listing is listed by the next manifest too.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(15);

    private readonly IAnchorObserver[] _observers = [.. observers];

    /// <summary>Limits the size of a manifest; a day with more heads has several.</summary>
    internal int HeadsPerManifest { get; init; } = 200_000;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow() + clock.Offset;
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        var last = await LastAsync(cancellationToken);
        if (last is { } known && AnchorStore.DayOf(known.Written.Name) >= day)
        {
            await store.RememberAsync(known.Written, cancellationToken);
            return;
        }

        var heads = await HeadsAsync(last?.At - Overlap, cancellationToken);
        var previous = last?.Written;
        var part = 0;
        foreach (var some in heads.OrderBy(head => head.CaseId, StringComparer.Ordinal).Chunk(HeadsPerManifest).DefaultIfEmpty([]))
        {
            var manifest = new AnchorManifest(AnchorStore.NameOf(day, ++part), at, some, previous);
            if (await WriteAsync(manifest, cancellationToken) is not { } written)
            {
                // Another instance of the app writes the same.
                return;
            }

            previous = written;
        }

        Log.Anchored(logger, heads.Count, part, signer.IsSigning);
    }

    /// <returns>The last manifest, with the time that it lists changes up to; null time if it cannot be read.</returns>
    private async Task<(AnchorReference Written, DateTimeOffset? At)?> LastAsync(CancellationToken cancellationToken)
    {
        var names = await store.ListAsync(cancellationToken);
        if (names is not [.., var (name, _)] || await store.ReadAsync(name, cancellationToken) is not { } bytes)
        {
            return null;
        }

        return (new(name, AnchorStore.HashOf(bytes)), chain.Parse(name, bytes).Manifest?.At);
    }

    private async Task<IReadOnlyCollection<AnchoredHead>> HeadsAsync(DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var heads = new ConcurrentBag<AnchoredHead>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(audit.ChangedSinceAsync(since, cancellationToken), options, async (caseId, cancellation) =>
        {
            var trail = await audit.ReadAsync(caseId, head: null, cancellation);
            if (trail.Break is { } broken)
            {
                Log.NotAnchored(logger, caseId, broken.Sequence, broken.Fault);
            }
            else if (AuditChain.HeadOf(trail) is { } head)
            {
                heads.Add(new(caseId, head.Sequence, head.Hash));
            }
        });
        return heads;
    }

    private async Task<AnchorReference?> WriteAsync(AnchorManifest manifest, CancellationToken cancellationToken)
    {
        foreach (var observer in _observers)
        {
            await observer.BeforeWriteAsync(manifest.Name, cancellationToken);
        }

        var payload = JsonSerializer.SerializeToUtf8Bytes(manifest, AnchorJson.Default.AnchorManifest);
        var bytes = Encoding.ASCII.GetBytes(Jws.Encode(payload, signer));
        if (!await store.CreateAsync(manifest.Name, bytes, cancellationToken))
        {
            return null;
        }

        var written = new AnchorReference(manifest.Name, AnchorStore.HashOf(bytes));
        await store.RememberAsync(written, cancellationToken);
        return written;
    }

    private static partial class Log
    {
        [LoggerMessage(4008, LogLevel.Information, "Anchored the heads of {Count} audit logs in {Manifests} manifests (signed: {Signed}).")]
        public static partial void Anchored(ILogger logger, int count, int manifests, bool signed);

        [LoggerMessage(4009, LogLevel.Critical,
            "The audit log of case {CaseId} is not anchored, because it is broken at entry {Sequence} ({Fault}).")]
        public static partial void NotAnchored(ILogger logger, string caseId, long sequence, AuditFault fault);
    }
}
