using System.Buffers.Binary;
using AiLabels;
using AiLabels.Reading;
using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Cases.Api;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Queue;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Api;
using VideoGate.Review.Steps;
using VideoGate.Storage;
using VideoGate.Tests.Support;
using VideoGate.TrustLists;

namespace VideoGate.Tests.Publishing;

/// <summary>A quarantined video approved with label, real storage, and the activities that carry out the approval.</summary>
internal sealed class ApprovedCase : IAsyncDisposable
{
    /// <summary>The code of a fictitious organization, with a valid check character.</summary>
    public const string Platform = "001191110000MA0000000H20000";

    private readonly ServiceProvider _services;
    private readonly string _caseId;

    private ApprovedCase(ServiceProvider services, string caseId) => (_services, _caseId) = (services, caseId);

    public BlobStorage Storage => Get<BlobStorage>();

    public string Id => _caseId;

    public static Task<ApprovedCase> StartAsync(
        AzuriteFixture azurite, string name, BinaryData video, LabelOrder order, params (string Key, string Value)[] settings) =>
        StartAsync(azurite, name, video, quarantined => quarantined with
        {
            Review = quarantined.Review! with { State = ReviewState.Decided, Decision = Approval(order) },
        }, settings);

    private static async Task<ApprovedCase> StartAsync(
        AzuriteFixture azurite, string name, BinaryData video, Func<ModerationCase, ModerationCase> decide,
        (string Key, string Value)[] settings)
    {
        var services = Services(azurite, settings);
        foreach (var service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }

        var approved = new ApprovedCase(services, CaseId.For(Containers.Uploads, name, "0x8DC"));
        await approved.QuarantineAsync(name, video, decide);
        return approved;
    }

    /// <summary>A video that the policies publish with labels, decided and not yet published.</summary>
    public static Task<ApprovedCase> StartRequiredAsync(
        AzuriteFixture azurite, string name, BinaryData video, RequiredLabel required, params (string Key, string Value)[] settings) =>
        StartAsync(azurite, name, video, approved => approved with
        {
            State = CaseState.Inspecting,
            Review = null,
            Decision = approved.Decision! with
            {
                Outcome = required.Span is null ? DecisionOutcome.PublishWithNotice : DecisionOutcome.PublishWithLabel,
                Labels = [required],
            },
        }, settings);

    /// <summary>A file with content credentials, of any validity.</summary>
    public static (BinaryData Video, byte[] Store) WithCredentials(BinaryData video)
    {
        byte[] store =
            [.. Box("jumb", [.. Box("jumd", [.. "c2pa"u8, .. Convert.FromHexString("00110010800000AA00389B71"), 3, .. "c2pa\0"u8])])];
        var uuid = Box("uuid",
            [.. Convert.FromHexString("d8fec3d61b0e483c92975828877ec481"), .. new byte[4], .. "manifest\0"u8, .. new byte[8], .. store]);
        return (new([.. video.ToArray(), .. uuid]), store);
    }

    /// <summary>A file whose XMP names the address of a manifest that is not in the file.</summary>
    public static BinaryData WithRemoteManifest(BinaryData video)
    {
        const string Xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/" dcterms:provenance="https://example.com/video.c2pa"/>
            </rdf:RDF></x:xmpmeta>
            """;
        return new([.. video.ToArray(), .. Box("uuid",
            [.. Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), .. System.Text.Encoding.UTF8.GetBytes(Xmp)])]);
    }

    public async Task<LabelProblem?> LabelAsync() =>
        (await ActivatorUtilities.CreateInstance<LabelVideo>(_services).RunAsync(_caseId, CancellationToken.None)).Problem;

    public Task<CaseState> PublishAsync() =>
        ActivatorUtilities.CreateInstance<PublishLabelled>(_services).RunAsync(_caseId, CancellationToken.None);

    public Task ReturnAsync(LabelProblem problem) =>
        ActivatorUtilities.CreateInstance<ReturnToReview>(_services).RunAsync(new(_caseId, problem), CancellationToken.None);

    public Task<CaseState> QuarantineAsync(LabelProblem problem) =>
        ActivatorUtilities.CreateInstance<Quarantine>(_services).RunAsync(new(_caseId, problem), CancellationToken.None);

    /// <summary>The decision is no longer in effect, as after an appeal.</summary>
    public async Task<CaseState> OverturnAsync()
    {
        await new Recorded(Get<CaseStore>(), Get<AuditLog>()).UpdateAsync(_caseId, closed => closed with
        {
            State = CaseState.Quarantined,
            ClosedAt = null,
            Review = closed.Review! with { State = ReviewState.Open, Decision = null, AwaitsReturn = true },
        });
        return await ActivatorUtilities.CreateInstance<ReturnToQuarantine>(_services).RunAsync(_caseId, CancellationToken.None);
    }

    public Task<LabelChoices> OptionsAsync(ModerationCase shown) => Get<LabelAvailability>().ForAsync(shown, CancellationToken.None);

    public async Task<ModerationCase> CaseAsync() => (await Get<CaseStore>().RequireAsync(_caseId)).Case;

    /// <summary>The case before the last change, as a process leaves it that ends in the middle.</summary>
    public Task RewindAsync(ModerationCase earlier) => Get<CaseStore>().UpdateAsync(_caseId, _ => earlier);

    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        (await Get<AuditLog>().ReadAsync(_caseId, (await CaseAsync()).AuditHead)).Entries;

    public async Task<bool> IsInQueueAsync() =>
        (await Get<ReviewQueueStore>().ListAsync(null, 5000))!.Rows.Any(row => row.CaseId == _caseId);

    public async Task<byte[]?> ReadAsync(BlobLocation location) =>
        await Storage.Blob(location).ExistsAsync() ? (await Storage.Blob(location).DownloadContentAsync()).Value.Content.ToArray() : null;

    public Task<byte[]?> EvidenceAsync(string file) => ReadAsync(new(Containers.Evidence, $"{_caseId}/{file}"));

    public async Task<LabelReport> ReportAsync(BlobLocation location) => await InspectAsync(new((await ReadAsync(location))!));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private async Task QuarantineAsync(string name, BinaryData video, Func<ModerationCase, ModerationCase> decide)
    {
        var quarantined = TestCases.Quarantined(name);
        var report = await InspectAsync(video);
        await Get<EvidenceStore>().WriteAsync(_caseId, EvidenceFiles.Labels, report, LabelJson.Default.LabelReport);
        await Storage.Blob(quarantined.Location!).UploadAsync(
            video, new BlobUploadOptions
            {
                Metadata = new Dictionary<string, string> { ["caseid"] = _caseId },
                HttpHeaders = new() { ContentType = "video/x-original" }
            });
        await new Recorded(Get<CaseStore>(), Get<AuditLog>()).CreateAsync(decide(quarantined with
        {
            Policy = Get<LoadedPolicies>().Active.Pin,
            Labels = quarantined.Labels! with { Origin = report.Origin },
            Decision = quarantined.Decision! with { NoticeLabel = report.Origin is AiOrigin.Confirmed ? "1" : null },
        }));
    }

    private static ReviewDecision Approval(LabelOrder order) => new()
    {
        Verdict = ReviewVerdict.ApproveWithLabel,
        ReasonCode = "label-verified",
        Label = order,
        DecidedBy = "bob",
        DecidedAt = TestCases.Opened,
        IdempotencyKey = "key-1",
        RequestHash = "hash-1",
    };

    private static async Task<LabelReport> InspectAsync(BinaryData video)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, video.ToArray());
            using var file = new FileByteSource(path);
            return await new LabelReader(new(), TimeProvider.System).ReadAsync(file);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Box(string type, byte[] payload)
    {
        var box = new byte[8 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(box, box.Length);
        System.Text.Encoding.ASCII.GetBytes(type, box.AsSpan(4));
        payload.CopyTo(box, 8);
        return box;
    }

    private static ServiceProvider Services(AzuriteFixture azurite, (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["IntakeStorage"] = azurite.ConnectionString,
            ["PublishStorage"] = azurite.ConnectionString,
            ["AuditStorage"] = azurite.ConnectionString,
            ["Storage:CreateContainers"] = "true",
            ["Policies:Active"] = "cn-labeling-measures",
            ["Labelling:ContentPropagator"] = Platform,
            ["Labelling:EncoderPreset"] = "ultrafast",
        };
        foreach (var (key, value) in settings)
        {
            values[$"Labelling:{key}"] = value;
        }

        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddBlobStorage()
            .AddCases()
            .AddAudit()
            .AddPolicies()
            .AddModeration()
            .AddPublishing()
            .AddReview()
            .AddTrustLists()
            .AddLabelling()
            .BuildServiceProvider();
    }
}
