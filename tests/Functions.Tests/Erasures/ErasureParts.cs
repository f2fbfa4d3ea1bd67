using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Uploads;
using VideoGate.Erasures;
using VideoGate.Maintenance.Retention;
using VideoGate.Publishing;
using VideoGate.Review.Rules;
using VideoGate.Storage;
using VideoGate.Tests.Intake;
using VideoGate.Tests.Support;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Erasures;

/// <summary>An uploader with cases, as the workflow writes them, and the parts that erase them, on real storage.</summary>
internal sealed class ErasureParts
{
    private readonly ErasureGuard _guard;
    private readonly CaseVideos _videos;

    private ErasureParts(BlobStorage storage)
    {
        Storage = storage;
        Truth = new(storage);
        Cases = Truth.Cases;
        Uploaders = new(storage);
        Tickets = new(storage);
        Orders = new(storage);
        Related = new(storage);
        Evidence = new(storage);
        _guard = new(storage, Cases, Related, Truth.Usage, Time);
        _videos = new(storage, TestUploads.Removal(storage));
        Case = new(
            _guard, new CaseHistories(Options.Create(new WebhookOptions())), _videos, Evidence, Tickets, Related, Truth.Integrity,
            Truth.Journal, Time);
        Uploader = new(
            storage, Orders, Case, Cases, Related, Uploaders, Tickets, TestUploads.Removal(storage), Truth.Usage, Time,
            NullLogger<UploaderEraser>.Instance);
    }

    /// <summary>A day after everything that the tests do: no decision can be undone any more.</summary>
    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow().AddDays(1));

    public string Name { get; } = $"alice-{Guid.NewGuid():N}@example.org";

    public string Reference => UploaderStore.Reference(Name);

    /// <summary>In everything that the uploader wrote, and in nothing else.</summary>
    public string Mark { get; } = $"{Guid.NewGuid():N}";

    public BlobStorage Storage { get; }

    public Truth Truth { get; }

    public CaseStore Cases { get; }

    public UploaderStore Uploaders { get; }

    public UploadTicketStore Tickets { get; }

    public ErasureStore Orders { get; }

    public RelatedCases Related { get; }

    public EvidenceStore Evidence { get; }

    public CaseEraser Case { get; }

    public UploaderEraser Uploader { get; }

    public RecordingBackend Backend { get; } = new();

    public static async Task<ErasureParts> StartAsync(AzuriteFixture azurite) => new(await TestStorage.StartAsync(azurite));

    public CaseRetention Retention(RetentionOptions options) =>
        new(_guard, Case, _videos, Related, Evidence, Truth.Journal, Options.Create(options));

    public Task<ErasureObstacles> ObstaclesAsync() => _guard.FindAsync(Reference, default);

    /// <summary>A ticket whose video never arrived.</summary>
    public async Task<UploadTicket> TicketAsync()
    {
        var uploadId = UploadId.New();
        return await Tickets.CreateAsync(new()
        {
            UploadId = uploadId,
            BlobName = $"{uploadId}/holiday {Mark}.mp4",
            CreatedAt = TimeProvider.System.GetUtcNow().AddHours(-2),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(-1),
            Submission = new()
            {
                UploadId = uploadId,
                Uploader = Name,
                Pseudonym = await Uploaders.PseudonymAsync(Name, default),
                Title = $"Title {Mark}",
                Description = $"Description {Mark}",
            },
        });
    }

    /// <summary>A rejected case with a question, an answer, notes and evidence.</summary>
    public async Task<StoredCase> RejectedAsync() => await CloseAsync(await DecidedAsync(ReviewVerdict.Reject), CaseState.Rejected);

    public async Task<StoredCase> PublishedAsync() => await CloseAsync(await DecidedAsync(ReviewVerdict.Approve), CaseState.Published);

    /// <summary>A case whose uploader is asked.</summary>
    public async Task<StoredCase> OpenAsync()
    {
        var ticket = await TicketAsync();
        var opened = TestCases.Inspecting(ticket.BlobName, $"{Guid.NewGuid():N}") with
        {
            Submission = ticket.Submission,
            Policy = TestPolicies.Shipped.Active.Pin,
            ContentFingerprint = UploadId.New(),
        };
        await Tickets.ArrivedAsync(ticket.UploadId, opened.CaseId);
        var stored = await Truth.Journal.OpenAsync(
            new(AuditEventTypes.Opened.Name, Actors.System, new() { ["upload"] = ticket.BlobName }), opened);
        await Related.AddAsync(stored.Case);
        await Truth.Usage.OpenAsync(stored.Case, ticket, default);
        await Evidence.WriteAsync(opened.CaseId, EvidenceFiles.Frame(1), BinaryData.FromString(Mark), "image/jpeg");
        await Evidence.WriteAsync(opened.CaseId, EvidenceFiles.RecognizedText, BinaryData.FromString(Mark), "text/plain");
        await Evidence.WriteAsync(opened.CaseId, EvidenceFiles.Labels, BinaryData.FromString("{}"), "application/json");
        return await QuarantineAsync(stored);
    }

    /// <summary>Orders and confirms the erasure, past the API.</summary>
    public async Task<string> ConfirmedAsync()
    {
        var record = await Uploaders.GetAsync(Reference, default);
        var order = new ErasureOrder
        {
            ErasureId = ErasureStore.NewId(),
            State = ErasureState.Confirmed,
            Uploader = Reference,
            OrderedBy = "sue",
            OrderedAt = Time.GetUtcNow(),
            ExpiresAt = Time.GetUtcNow().AddDays(7),
            ConfirmedBy = "sam",
            ConfirmedAt = Time.GetUtcNow(),
        };
        await Orders.CreateAsync(order, default);
        await Uploaders.ReplaceAsync(Reference, record!.ETag, record.Value with { ErasureId = order.ErasureId }, default);
        return order.ErasureId;
    }

    public Task RunAsync(string erasureId, int mostCases = 100) =>
        Uploader.RunAsync(erasureId, mostCases, Backend.Client, CancellationToken.None);

    public async Task<ErasureOrder> OrderAsync(string erasureId) => (await Orders.GetAsync(erasureId, default))!.Value;

    /// <summary>Finds blobs, by name, metadata or content, with something that leads to the uploader.</summary>
    public async Task<IReadOnlyList<string>> TracesAsync()
    {
        List<string> found = [];
        foreach (var container in Containers.All)
        {
            await foreach (var blob in Storage.Container(container).GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, null, default))
            {
                string[] texts = [blob.Name, await ReadAsync(new(container, blob.Name)), .. blob.Metadata.Values];
                if (texts.Any(text => new[] { Mark, Name, Reference }.Any(part => text.Contains(part, StringComparison.Ordinal))))
                {
                    found.Add($"{container}/{blob.Name}");
                }
            }
        }

        return found;
    }

    private async Task<string> ReadAsync(BlobLocation place)
    {
        try
        {
            return (await Storage.Blob(place).DownloadContentAsync()).Value.Content.ToString();
        }
        catch (RequestFailedException)
        {
            // Of another test: archived, or encrypted with a key.
            return "";
        }
    }

    private async Task<StoredCase> QuarantineAsync(StoredCase stored)
    {
        var like = TestCases.Quarantined();
        var place = new BlobLocation(Containers.Quarantine, stored.Case.Upload.Name);
        await PutAsync(place, stored.Case.CaseId);
        var decision = like.Decision! with { Policy = stored.Case.Policy };
        var quarantined = await Truth.Journal.RecordAsync(
            stored,
            [
                new(AuditEventTypes.VideoAnalyzed.Name, Actors.System, new() { ["text"] = $"AI {Mark}" }),
                new(AuditEventTypes.Decided.Name, Actors.Policy, new() { ["outcome"] = "Quarantine", ["reason"] = decision.Reason }),
                new(AuditEventTypes.Quarantined.Name, Actors.System, new() { ["location"] = place.ToString() }),
            ],
            opened => opened with
            {
                State = CaseState.Quarantined,
                Location = place,
                Labels = like.Labels,
                ExplicitLabel = new()
                {
                    Compliance = ExplicitLabelCompliance.Undersized,
                    Labels = [new("label", ExplicitLabelCompliance.Undersized, $"AI {Mark}", 0.01, 0, 1, "corner", 1)],
                },
                Decision = decision,
                Review = like.Review! with
                {
                    State = ReviewState.AwaitingInformation,
                    Information = new($"Is this yours, {Mark}?", "bob", TestCases.Opened),
                },
            });
        await Truth.Usage.DecideAsync(quarantined.Case, default);
        return quarantined;
    }

    private async Task<StoredCase> DecidedAsync(ReviewVerdict verdict)
    {
        var stored = await OpenAsync();
        var now = TimeProvider.System.GetUtcNow();
        stored = (await Truth.Changes.ApplyAsync(
            stored, current => UploaderRules.Answer(current, new(ReviewAction.Answer, Name, now), $"It is, {Mark}"), default)).Stored!;
        var decision = new ReviewDecision
        {
            Verdict = verdict,
            ReasonCode = "label-missing",
            Note = $"Note {Mark}",
            DecidedBy = "bob",
            DecidedAt = now,
            IdempotencyKey = "key-1",
            RequestHash = "hash-1",
        };
        return (await Truth.Changes.ApplyAsync(
            stored,
            current => ReviewRules.Judge(
                current, new(ReviewAction.Decide, "bob", now), decision, TestPolicies.Shipped.Active.Review), default)).Stored!;
    }

    private async Task<StoredCase> CloseAsync(StoredCase stored, CaseState state)
    {
        var container = state is CaseState.Published ? Containers.Published : Containers.Rejected;
        var place = await Truth.Mover.MoveAsync(stored.Case with { Upload = stored.Case.Upload with { Length = 5 } }, container, default);
        await Truth.Closing.CloseAsync(stored, state, place, default);
        return await Cases.RequireAsync(stored.Case.CaseId);
    }

    private async Task PutAsync(BlobLocation place, string caseId)
    {
        var metadata = new Dictionary<string, string> { [BlobCopier.CaseIdKey] = caseId };
        await Storage.Blob(place).UploadAsync(BinaryData.FromString("video"), new BlobUploadOptions { Metadata = metadata });
    }
}
