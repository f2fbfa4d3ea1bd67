using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Erasures;

/// <summary>
/// Carries out orders. Works through the uploader's rows in the indexes and removes each when it is done, so that any later run goes on
/// where one ended; the link to the pseudonym goes last.
/// </summary>
public sealed partial class UploaderEraser(
    BlobStorage storage, ErasureStore orders, CaseEraser eraser, CaseStore cases, RelatedCases related, UploaderStore uploaders,
    UploadTicketStore tickets, UploadRemoval removal, UploaderUsage usage, TimeProvider time, ILogger<UploaderEraser> logger)
{
    /// <param name="mostCases">Maximum number of cases to erase; the next run continues.</param>
    /// <exception cref="AggregateException">Some cases cannot be erased; all others are.</exception>
    public async Task RunAsync(string erasureId, int mostCases, DurableTaskClient client, CancellationToken cancellationToken)
    {
        if (await orders.GetAsync(erasureId, cancellationToken) is not { } stored)
        {
            // Ended between its row and itself.
            await orders.CloseAsync(erasureId, cancellationToken);
            return;
        }

        var order = stored.Value;
        if (order.State is ErasureState.AwaitingConfirmation)
        {
            if (!order.IsAwaitedAt(time.GetUtcNow()))
            {
                await EndAsync(stored, ErasureState.Expired, cancellationToken);
            }
        }
        else if (order is not { State: ErasureState.Confirmed, Uploader: { } reference })
        {
            await EndAsync(stored, order.State, cancellationToken);
        }
        else if (await EraseCasesAsync(stored, reference, mostCases, client, cancellationToken) is { } done)
        {
            await FinishAsync(done, reference, cancellationToken);
        }
        else
        {
            Log.Waits(logger, erasureId);
        }
    }

    /// <summary>Ends an order that was not carried out.</summary>
    internal async Task EndAsync(Stored<ErasureOrder> stored, ErasureState state, CancellationToken cancellationToken)
    {
        if (stored.Value.Uploader is { } reference
            && await uploaders.GetAsync(reference, cancellationToken) is { } record && record.Value.ErasureId == stored.Value.ErasureId)
        {
            await uploaders.ReplaceAsync(reference, record.ETag, record.Value with { ErasureId = null }, cancellationToken);
        }

        if (await orders.ReplaceAsync(stored.ETag, stored.Value with { State = state, Uploader = null }, cancellationToken) is not null)
        {
            await orders.CloseAsync(stored.Value.ErasureId, cancellationToken);
        }
    }

    /// <returns>The order with its counts; null if a case is left for a later run.</returns>
    private async Task<Stored<ErasureOrder>?> EraseCasesAsync(
        Stored<ErasureOrder> order, string reference, int mostCases, DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (left, erased, failures) = (false, 0, new List<Exception>());
        await foreach (var (caseId, row) in related.OfUploaderAsync(reference, cancellationToken))
        {
            if (erased == mostCases)
            {
                left = true;
                break;
            }

            var known = await cases.GetAsync(caseId, cancellationToken);
            if (known?.Case is { ErasedAt: null } open)
            {
                if (open.OpenedAt > order.Value.ConfirmedAt)
                {
                    continue;
                }

                if (await TryAsync(known, order.Value, client, failures, cancellationToken) is not { } counts)
                {
                    left = true;
                    continue;
                }

                erased++;
                order = await CountAsync(order, counts, cancellationToken);
            }

            await related.RemoveAsync(row, cancellationToken);
        }

        return failures is not [] ? throw new AggregateException(failures) : left ? null : order;
    }

    private async Task<ErasureCounts?> TryAsync(
        StoredCase known, ErasureOrder order, DurableTaskClient client, List<Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            return await eraser.EraseAsync(known, ErasureReason.Of(order), client, cancellationToken);
        }
#pragma warning disable CA1031 // One case must not keep the others.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failures.Add(exception);
            return null;
        }
    }

    private async Task FinishAsync(Stored<ErasureOrder> order, string reference, CancellationToken cancellationToken)
    {
        var removed = 0;
        await foreach (var row in uploaders.TicketsAsync(reference, cancellationToken))
        {
            var ticket = await tickets.GetAsync(row.UploadId, cancellationToken);
            if (ticket is null)
            {
                await uploaders.RemoveTicketAsync(row, cancellationToken);
            }
            else if (ticket.CreatedAt <= order.Value.ConfirmedAt && await IsEndedAsync(ticket, cancellationToken))
            {
                await RemoveUploadAsync(ticket, cancellationToken);
                removed += await tickets.RemoveAsync(row.UploadId, cancellationToken) ? 1 : 0;
            }
        }

        await usage.ForgetAsync(reference, cancellationToken);
        order = await CountAsync(order, new(Tickets: removed), cancellationToken);
        if (await uploaders.GetAsync(reference, cancellationToken) is { } record && record.Value.ErasureId == order.Value.ErasureId)
        {
            await uploaders.RemoveAsync(reference, cancellationToken);
        }

        var completed = order.Value with { State = ErasureState.Completed, Uploader = null, CompletedAt = time.GetUtcNow() };
        if (await orders.ReplaceAsync(order.ETag, completed, cancellationToken) is not null)
        {
            await orders.CloseAsync(completed.ErasureId, cancellationToken);
            Log.Completed(logger, completed.ErasureId, completed.Counts.Cases, completed.Counts.Videos, completed.Counts.Files);
        }
    }

    /// <summary>Gets whether no case, or none that is left, needs the ticket.</summary>
    private async Task<bool> IsEndedAsync(UploadTicket ticket, CancellationToken cancellationToken) =>
        ticket.CaseId is null || await cases.GetAsync(ticket.CaseId, cancellationToken) is null or { Case.ErasedAt: not null };

    /// <summary>Removes a video that no case was opened for.</summary>
    private async Task RemoveUploadAsync(UploadTicket ticket, CancellationToken cancellationToken)
    {
        var upload = new BlobLocation(Containers.Uploads, ticket.BlobName);
        if (await storage.FindAsync(upload, cancellationToken) is { } found)
        {
            await removal.TryAsync(upload, found.ETag, cancellationToken);
        }
    }

    /// <exception cref="InvalidOperationException">Another run carries the order out.</exception>
    private async Task<Stored<ErasureOrder>> CountAsync(
        Stored<ErasureOrder> order, ErasureCounts counts, CancellationToken cancellationToken) =>
        await orders.ReplaceAsync(order.ETag, order.Value with { Counts = order.Value.Counts.Plus(counts) }, cancellationToken)
            ?? throw new InvalidOperationException($"Erasure {order.Value.ErasureId} is carried out by another run.");

    private static partial class Log
    {
        [LoggerMessage(9201, LogLevel.Information,
            "Erasure {ErasureId} is complete: {Cases} cases, {Videos} videos, {Files} files of evidence.")]
        public static partial void Completed(ILogger logger, string erasureId, int cases, int videos, int files);

        [LoggerMessage(9202, LogLevel.Information,
            "Erasure {ErasureId} goes on with the next run: a step about one of its cases has not ended, or there are more cases.")]
        public static partial void Waits(ILogger logger, string erasureId);
    }
}
