using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Audit;
using VideoGate.Audit.Anchors;
using VideoGate.Audit.Verification;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Reporting.Decisions;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;
using VideoGate.Storage;
using VideoGate.Testing;
using VideoGate.Tests.Review;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit.Tampering;

/// <summary>
/// Thirty cases as the workflow's own steps write them, with two manifests, on one Azurite: a third each waits for a moderator, is decided
/// and not carried out yet, and is published.
/// </summary>
public sealed class TamperFixture : IAsyncLifetime
{
    public const int Count = 30;

    private static readonly string[] Tampered = [Containers.Cases, Containers.Audit];

    private readonly Dictionary<BlobLocation, (BinaryData Content, IDictionary<string, string> Metadata)> _honest = [];
    private readonly Dictionary<string, ModerationCase> _earlier = [];
    private Dictionary<BlobLocation, string> _versions = [];
    private Azurite _azurite = null!;

    internal BlobStorage Storage => Truth.Storage;

    internal Truth Truth { get; private set; } = null!;

    internal List<string> Open { get; } = [];

    internal List<string> Decided { get; } = [];

    internal List<string> Published { get; } = [];

    internal IEnumerable<string> All => [.. Open, .. Decided, .. Published];

    internal string FirstManifest { get; private set; } = "";

    internal string LastManifest { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartNewAsync();
        var storage = await TestStorage.StartAsync(_azurite.ConnectionString, _azurite.ConnectionString);
        Truth = new(storage, Truth.NewKey(), observers: [new DecisionIndex(storage)]);
        var now = TimeProvider.System.GetUtcNow();
        await Parallel.ForAsync(0, Count, async (number, _) => await QuarantineAsync(number));
        await AnchorAsync(now.AddDays(-2));
        foreach (var (caseId, number) in All.Select((caseId, index) => (caseId, index)).ToList())
        {
            await ReviewAsync(caseId, number);
        }

        await AnchorAsync(now.AddDays(-1));
        var manifests = await Truth.Manifests.ListAsync(default);
        (FirstManifest, LastManifest) = (manifests[0].Name, manifests[^1].Name);
        await RememberAsync();
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    internal async Task<IReadOnlyList<NamedFault>> VerifyAsync()
    {
        // A day has not passed, and what is stored has settled.
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddHours(1));
        var named = new NamedFaults();
        await Truth.Verifier(
            time, named, new RelatedCasesIndex(new(Storage)), new ReviewQueueIndex(Truth.Queue), new DecisionIndex(Storage))
            .BeginAsync(default);
        return named.Found;
    }

    internal async Task<ModerationCase> CaseAsync(string caseId) => (await Truth.Cases.RequireAsync(caseId)).Case;

    /// <summary>Gets a case as it was before its review began.</summary>
    internal ModerationCase Earlier(string caseId) => _earlier[caseId];

    internal async Task<string[]> LogAsync(string caseId) =>
        (await ReadAsync(new(Containers.Audit, $"{caseId}.jsonl"))).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    internal async Task<BinaryData> ReadAsync(BlobLocation place) =>
        (await Storage.Blob(place).DownloadContentAsync()).Value.Content;

    /// <summary>Writes as somebody does who has the keys of the accounts.</summary>
    internal async Task WriteAsync(BlobLocation place, BinaryData content, IDictionary<string, string>? metadata = null)
    {
        await Storage.Blob(place).DeleteIfExistsAsync();
        await Storage.Blob(place).UploadAsync(content, new BlobUploadOptions { Metadata = metadata });
    }

    internal Task WriteLogAsync(string caseId, IEnumerable<string> lines) =>
        WriteAsync(new(Containers.Audit, $"{caseId}.jsonl"), BinaryData.FromString(string.Concat(lines.Select(line => $"{line}\n"))));

    internal async Task DeleteAsync(BlobLocation place) => await Storage.Blob(place).DeleteIfExistsAsync();

    /// <summary>Finds the one blob of an index that is about a case.</summary>
    internal BlobLocation IndexBlob(string prefix, string caseId) => _honest.Keys.First(place =>
        place.Name.StartsWith(prefix, StringComparison.Ordinal) && place.Name.Contains(caseId, StringComparison.Ordinal));

    /// <summary>Puts back what an edit changed.</summary>
    internal async Task RestoreAsync()
    {
        var there = await ListAsync();
        foreach (var added in there.Keys.Except(_honest.Keys))
        {
            await DeleteAsync(added);
        }

        foreach (var (place, blob) in _honest.Where(blob => there.GetValueOrDefault(blob.Key) != _versions[blob.Key]))
        {
            await WriteAsync(place, blob.Content, blob.Metadata);
        }

        _versions = await ListAsync();
    }

    private async Task RememberAsync()
    {
        _versions = await ListAsync();
        foreach (var place in _versions.Keys)
        {
            var found = (await Storage.Blob(place).DownloadContentAsync()).Value;
            _honest[place] = (found.Content, found.Details.Metadata);
        }
    }

    private async Task<Dictionary<BlobLocation, string>> ListAsync()
    {
        Dictionary<BlobLocation, string> versions = [];
        foreach (var container in Tampered)
        {
            await foreach (var blob in Storage.Container(container).GetBlobsAsync())
            {
                versions[new(container, blob.Name)] = $"{blob.Properties.ETag}";
            }
        }

        return versions;
    }

    private Task AnchorAsync(DateTimeOffset at) => Truth.Anchorer(new FakeTimeProvider(at)).RunAsync(default);

    private async Task QuarantineAsync(int number)
    {
        var said = TestCases.Quarantined($"tampered {number}.mp4");
        var opening = said with { State = CaseState.Inspecting, Decision = null, Review = null, Location = new(Containers.Uploads, "x") };
        var stored = await Truth.Journal.OpenAsync(new("opened", "system", []), opening);
        var decided = new AuditEvent("decided", "policy", new()
        {
            ["outcome"] = said.Decision!.Outcome.ToString(),
            ["reason"] = said.Decision.Reason,
        });
        stored = await Truth.Journal.RecordAsync(stored, [decided], before => before with { Decision = said.Decision });
        stored = await Truth.Journal.RecordAsync(stored, [new("quarantined", "system", [])], before => before with
        {
            State = CaseState.Quarantined,
            Location = said.Location,
            Review = said.Review,
        });
        await Storage.Blob(said.Location!).UploadAsync(BinaryData.FromString("video"), new BlobUploadOptions
        {
            Metadata = new Dictionary<string, string> { ["caseid"] = said.CaseId },
        });
        await new RelatedCases(Storage).AddAsync(stored.Case);
        await Truth.Queue.AddAsync(stored.Case);
        lock (_earlier)
        {
            (number % 3 == 0 ? Open : number % 3 == 1 ? Decided : Published).Add(said.CaseId);
            _earlier[said.CaseId] = stored.Case;
        }
    }

    private async Task ReviewAsync(string caseId, int number)
    {
        var claim = new ReviewCommand(ReviewAction.Claim, "bob", Reviewed.Now);
        var stored = await Truth.Cases.RequireAsync(caseId);
        stored = (await Truth.Changes.ApplyAsync(
            stored, current => ClaimRules.Claim(current, claim, TimeSpan.FromHours(1), takeOver: false), default)).Stored!;
        if (Open.Contains(caseId))
        {
            return;
        }

        var decide = claim with { Action = ReviewAction.Decide };
        var decision = Reviewed.Approval with { IdempotencyKey = $"key-{number}" };
        await Truth.Changes.ApplyAsync(
            stored, current => ReviewRules.Judge(current, decide, decision, Reviewed.HousePolicy), default);
        if (Published.Contains(caseId))
        {
            await Truth.Move.RunAsync(caseId, Containers.Published, CaseState.Published, default);
        }
    }
}
