using System.Text.Json;
using Azure.Storage.Blobs.Models;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>The cases, one JSON blob per case; ETags prevent lost updates.</summary>
public sealed class CaseStore(BlobStorage storage, TimeProvider time)
{
    private const string Prefix = "by-id/";
    private const string Extension = ".json";

    /// <summary>Creates the case, or returns the existing one with the same id.</summary>
    public async Task<StoredCase> CreateAsync(ModerationCase opened, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(opened);
        return Result(await Blob(opened.CaseId).CreateAsync(opened, cancellationToken));
    }

    /// <returns>The case, or null if <paramref name="caseId"/> is not a valid id or names no case.</returns>
    /// <exception cref="JsonException">The blob does not hold this case.</exception>
    public async Task<StoredCase?> GetAsync(string? caseId, CancellationToken cancellationToken = default) =>
        CaseId.IsValid(caseId) && await Blob(caseId!).ReadAsync(cancellationToken) is { } stored
            ? stored.Value.CaseId == caseId ? Result(stored) : throw new JsonException($"The blob of case '{caseId}' holds another case.")
            : null;

    /// <exception cref="InvalidOperationException">The case does not exist.</exception>
    public async Task<StoredCase> RequireAsync(string caseId, CancellationToken cancellationToken = default) =>
        await GetAsync(caseId, cancellationToken) ?? throw new InvalidOperationException($"There is no case '{caseId}'.");

    /// <summary>Writes <paramref name="next"/> if the stored case is still <paramref name="current"/>.</summary>
    /// <returns>The stored case, or null after a concurrent change.</returns>
    public async Task<StoredCase?> ReplaceAsync(StoredCase current, ModerationCase next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(next);
        return await Blob(current.Case.CaseId).ReplaceAsync(current.ETag, next, cancellationToken) is { } stored ? Result(stored) : null;
    }

    /// <summary>Reads, changes and writes a case; retries after a concurrent change.</summary>
    /// <param name="change">
    /// Pure; may run several times. Returns its argument if there is nothing to change: nothing is written.
    /// </param>
    /// <exception cref="InvalidOperationException">The case does not exist, or concurrent changes exhausted the attempts.</exception>
    public async Task<StoredCase> UpdateAsync(
        string caseId, Func<ModerationCase, ModerationCase> change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 1; attempt <= CaseContention.Attempts; attempt++)
        {
            var current = await RequireAsync(caseId, cancellationToken);
            var next = change(current.Case);
            if (ReferenceEquals(next, current.Case))
            {
                return current;
            }

            if (await ReplaceAsync(current, next, cancellationToken) is { } stored)
            {
                return stored;
            }

            await CaseContention.PauseAsync(attempt, time, cancellationToken);
        }

        throw CaseContention.Exhausted(caseId);
    }

    /// <summary>Lists one page of case ids, ordered by id. Ids are hashes: any prefix of the listing is an unbiased sample.</summary>
    /// <param name="marker"><see cref="CasePage.Next"/> of the previous page; null for the first page.</param>
    public async Task<CasePage> ListPageAsync(string? marker, int pageSize, CancellationToken cancellationToken = default)
    {
        var page = await BlobPage.ReadAsync(
            storage.Container(Containers.Cases), Prefix, BlobTraits.None, marker, pageSize, cancellationToken);
        return new([.. page.Blobs.Select(blob => blob.Name[Prefix.Length..^Extension.Length])], page.Next);
    }

    private JsonBlob<ModerationCase> Blob(string caseId) => CaseId.IsValid(caseId)
        ? new(storage.Blob(new(Containers.Cases, $"{Prefix}{caseId}{Extension}")), CaseJson.Stored.ModerationCase)
        : throw new ArgumentException($"'{caseId}' is not a case id.", nameof(caseId));

    private static StoredCase Result(Stored<ModerationCase> stored) => new(stored.Value, stored.ETag) { WrittenAt = stored.WrittenAt };
}
