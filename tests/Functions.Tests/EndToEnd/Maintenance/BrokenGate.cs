using System.Collections.Concurrent;
using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Queue;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.EndToEnd.Maintenance;

/// <summary>
/// A gate in which one of each inconsistency was created while it was down, and which has reconciled once since. Each has its own video,
/// named after it.
/// </summary>
public sealed class BrokenGate : IAsyncLifetime
{
    /// <summary>Sixteen videos in parallel take long on a machine under load.</summary>
    internal static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Event Grid reports this upload under an address whose <c>..</c> the blob extension resolves: no event ever starts its case.
    /// </summary>
    internal const string Astray = "../published/astray";

    private static readonly string[] Quarantined =
        ["gone", "failed", "decided", "moved", "waiting", "public", "unshown", "outdated"];

    private static readonly string[] Published =
        ["spare", "left", "staged", "surplus", "unindexed", "unrelated", "unanswered", "unprinted"];

    private readonly ConcurrentDictionary<string, string> _ids = new(StringComparer.Ordinal);

    internal RunningGate Gate { get; private set; } = null!;

    /// <summary>The final log line of the first run.</summary>
    internal string FirstRun { get; private set; } = "";

    /// <summary>The cases before that run.</summary>
    internal ConcurrentDictionary<string, StoredCase> Before { get; } = new(StringComparer.Ordinal);

    internal string UploadIdOfUnanswered { get; } = UploadId.New();

    internal string IdOf(string video) => _ids[video];

    internal Task<StoredCase> CaseOfAsync(string video) => Gate.Cases.RequireAsync(IdOf(video));

    public async ValueTask InitializeAsync()
    {
        Gate = await RunningGate.StartAsync(settings =>
        {
            settings["Reconciliation__GracePeriod"] = "00:00:01";
            settings["Reconciliation__AllCasesEvery"] = "00:00:00";
        }, keepsOrchestrations: true);
        await Task.WhenAll(
            [.. Quarantined.Select(name => UploadAsync(name, Videos.Labelled)),
                .. Published.Select(name => UploadAsync(name, Videos.Clean))]);
        foreach (var name in Quarantined)
        {
            await Gate.UntilAsync(IdOf(name), decided => decided.State is CaseState.Quarantined, MaxWait);
            await UntilShownAsync(IdOf(name));
        }

        foreach (var name in Published)
        {
            await Gate.UntilAsync(IdOf(name), decided => decided.State is CaseState.Published, MaxWait);
        }

        await Gate.App.KillAsync();
        Gate.App.ReportsBlobs = false;
        await LoseUploadsAsync();
        await LoseInstancesAsync();
        await LeaveVideosAsync();
        await LoseIndexesAsync();
        foreach (var (name, caseId) in _ids)
        {
            if (await Gate.Cases.GetAsync(caseId) is { } stored)
            {
                Before[name] = stored;
            }
        }

        await Gate.App.StartAsync();
        await RestAsync();
        FirstRun = await Gate.ReconcileAsync();
    }

    public ValueTask DisposeAsync() => Gate.DisposeAsync();

    /// <summary>Longer than the grace period.</summary>
    internal static Task RestAsync() => Task.Delay(TimeSpan.FromSeconds(2.5));

    private async Task UploadAsync(string video, BinaryData content) => _ids[video] = await Gate.UploadAsync($"{video}.mp4", content);

    private async Task UntilShownAsync(string caseId)
    {
        var index = new ReviewQueueStore(Gate.Storage);
        while (await index.FindAsync((await Gate.Cases.RequireAsync(caseId)).Case) is null)
        {
            await Task.Delay(100);
        }
    }

    /// <remarks>From then on, events of uploads are lost.</remarks>
    private async Task LoseUploadsAsync()
    {
        await UploadAsync("lost", Videos.Clean);
        await UploadAsync("unopened", Videos.Clean);
        await UploadAsync(Astray, Videos.Clean);
        RuntimeState.FailInstance(Gate, IdOf("spare"));
        RuntimeState.RenameInstance(Gate, IdOf("spare"), IdOf("unopened"));
    }

    private async Task LoseInstancesAsync()
    {
        foreach (var video in (string[])["gone", "decided", "moved"])
        {
            RuntimeState.LoseInstance(Gate, IdOf(video));
        }

        RuntimeState.FailInstance(Gate, IdOf("failed"));
        await new Recorded(Gate.Cases, Gate.Audit).UpdateAsync(IdOf("decided"), waiting => waiting with
        {
            Review = waiting.Review! with { State = ReviewState.Decided, Decision = Approval },
        });
        var index = new ReviewQueueStore(Gate.Storage);
        await index.RemoveAsync((await CaseOfAsync("moved")).Case);
        await new Recorded(Gate.Cases, Gate.Audit).UpdateAsync(IdOf("moved"), waiting => waiting with
        {
            State = CaseState.Inspecting,
            Review = null,
            Location = new(Containers.Uploads, "moved.mp4"),
        });

        await UploadAsync("inspecting", Videos.Clean);
        var held = new BlobLocation(Containers.Quarantine, "inspecting.mp4");
        var version = await PutAsync(held, Videos.Clean, IdOf("inspecting"), VideoHeaders.Of(ContainerFormat.IsoBmff, "inspecting.mp4"));
        await CreateAsync("inspecting",
            opened => opened with
            {
                State = CaseState.Inspecting,
                Decision = null,
                Labels = null,
                ClosedAt = null,
                Location = held,
                Held = new(held, version, Videos.Clean.ToMemory().Length),
            });
    }

    private async Task LeaveVideosAsync()
    {
        await UploadAsync("copied", Videos.Clean);
        await CreateAsync("copied", closed => closed with { Location = new(Containers.Published, "copied.mp4") });
        await PutAsync(new(Containers.Published, "copied.mp4"), Videos.Clean, IdOf("copied"));
        await UploadAsync("unmoved", Videos.Clean);
        await CreateAsync("unmoved", closed => closed with { Location = new(Containers.Published, "unmoved.mp4") });

        await PutAsync(new(Containers.Quarantine, "left.mp4"), Videos.Clean, IdOf("left"));
        await PutAsync(new(Containers.Published, "public.mp4"), Videos.Labelled, IdOf("public"));

        await new Recorded(Gate.Cases, Gate.Audit).UpdateAsync(IdOf("staged"), closed => closed with
        {
            Labelling = new()
            {
                OrderId = "1",
                Order = new() { Explicit = ExplicitChoice.None },
                At = Approval.DecidedAt,
                Problem = new("videoGone", "Gone.")
            },
        });
        await PutAsync(new(Containers.Evidence, $"{IdOf("staged")}/{EvidenceFiles.Labelled}"), Videos.Clean, IdOf("staged"));
    }

    private async Task LoseIndexesAsync()
    {
        var index = new ReviewQueueStore(Gate.Storage);
        await index.RemoveAsync((await CaseOfAsync("unshown")).Case);
        var outdated = (await CaseOfAsync("outdated")).Case;
        await index.AddAsync(outdated with { Submission = outdated.Submission with { Title = "Another title" } });
        var review = new CaseReview
        {
            State = ReviewState.Open,
            OpenedAt = Approval.DecidedAt,
            DueAt = Approval.DecidedAt.AddDays(1)
        };
        await index.AddAsync((await CaseOfAsync("surplus")).Case with { Review = review });
        await index.AddAsync(TestCases.Quarantined("nobody.mp4"));

        await DeleteAsync("decisions/", IdOf("unindexed"));
        await DeleteAsync("related/", IdOf("unrelated"));
        var uploadId = UploadIdOfUnanswered;
        await new Recorded(Gate.Cases, Gate.Audit).UpdateAsync(
            IdOf("unanswered"), closed => closed with { Submission = closed.Submission with { UploadId = uploadId } });
        await new UploadTicketStore(Gate.Storage).CreateAsync(new()
        {
            UploadId = uploadId,
            Submission = new(),
            BlobName = "unanswered.mp4",
            CreatedAt = Approval.DecidedAt,
            ExpiresAt = Approval.DecidedAt,
        });
        await new Recorded(Gate.Cases, Gate.Audit).UpdateAsync(IdOf("unprinted"), closed => closed with { ContentFingerprint = null });
    }

    internal static ReviewDecision Approval { get; } = new()
    {
        Verdict = ReviewVerdict.Approve,
        ReasonCode = "label-verified",
        DecidedBy = "bob",
        DecidedAt = new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero),
        IdempotencyKey = "key-1",
        RequestHash = "",
    };

    private static BlobLocation Upload(string video) => new(Containers.Uploads, $"{video}.mp4");

    /// <summary>Stores a case of a published video, for an upload without an orchestration.</summary>
    private async Task CreateAsync(string video, Func<ModerationCase, ModerationCase> make)
    {
        var properties = (await Gate.Storage.Blob(Upload(video)).GetPropertiesAsync()).Value;
        var like = (await CaseOfAsync("left")).Case;
        var made = make(like with
        {
            CaseId = IdOf(video),
            Upload = new(
                $"{video}.mp4", properties.ETag.ToString(), properties.ContentLength, properties.ContentType, properties.LastModified),
            Unlogged = [],
        });
        await new Recorded(Gate.Cases, Gate.Audit).CreateAsync(made);
        await new RelatedCases(Gate.Storage).AddAsync(made);
    }

    private async Task<string> PutAsync(BlobLocation place, BinaryData content, string caseId, BlobHttpHeaders? headers = null)
    {
        var metadata = new Dictionary<string, string> { ["caseid"] = caseId };
        BlobContentInfo stored = await Gate.Storage.Blob(place).UploadAsync(
            content, new BlobUploadOptions { Metadata = metadata, HttpHeaders = headers });
        return stored.ETag.ToString();
    }

    private async Task DeleteAsync(string prefix, string caseId)
    {
        await foreach (var blob in Gate.Storage.Container(Containers.Cases)
            .GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, CancellationToken.None))
        {
            if (blob.Name.Contains(caseId, StringComparison.Ordinal))
            {
                await Gate.Storage.Blob(new(Containers.Cases, blob.Name)).DeleteAsync();
            }
        }
    }
}
