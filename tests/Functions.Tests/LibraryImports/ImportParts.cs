using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Cases.Orchestration;
using VideoGate.Cases.Queue;
using VideoGate.Detectors;
using VideoGate.LibraryImports;
using VideoGate.Moderation;
using VideoGate.Policies;
using VideoGate.Publishing;
using VideoGate.Review.Api;
using VideoGate.Review.Rules;
using VideoGate.Review.Steps;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Tests.Moderation;
using VideoGate.Tests.Publishing;
using VideoGate.Tests.Replay;
using VideoGate.Tests.Support;
using VideoGate.TrustLists;

namespace VideoGate.Tests.LibraryImports;

/// <summary>
/// Imports on virtual time: both orchestrations on Microsoft's replay, with the app's own activities on real storage. Files are read for
/// their labels; pictures are not decoded, and Content Safety finds nothing.
/// </summary>
internal sealed class ImportParts : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly List<string> _calls = [];

    private ImportParts(ServiceProvider services, VirtualEngine engine)
    {
        (_services, Engine) = (services, engine);
        Client = new(engine);
        engine.Orchestrator<ImportStep, bool>(nameof(RunImport), RunImport.RunAsync)
            .Orchestrator<ModerationRequest, CaseState>(CaseOrchestration.Name, ModerateVideo.RunAsync);
        Register<AdvanceImport, ImportStep, ImportPause>((step, input) => step.RunAsync(input, Client, default));
        Register<OpenImport, CaseRequest, OpenedCase>((step, input) => step.RunAsync(input, default));
        Register<InspectVideo, InspectVideoInput, InspectVideoOutput>((step, input) => step.RunAsync(input, default));
        Register<DecideCase, DecideInput, Decision>((step, input) => step.RunAsync(input, Client, default));
        Register<AdoptVideo, AdoptInput, CaseState>((step, input) => step.RunAsync(input, default));
        Register<Supersede, string, CaseState>((step, input) => step.RunAsync(input, default));
        Register<Publish, string, CaseState>((step, input) => step.RunAsync(input, default));
        Register<Quarantine, QuarantineInput, CaseState>((step, input) => step.RunAsync(input, default));
        Register<LabelVideo, string, LabelledVideo>((step, input) => step.RunAsync(input, default));
        Register<PublishLabelled, string, CaseState>((step, input) => step.RunAsync(input, default));
        Register<AdvanceReview, string, ReviewProgress>((step, input) => step.RunAsync(input, default));
        Register<ReturnToQuarantine, string, CaseState>((step, input) => step.RunAsync(input, default));
        Register<Reject, string, CaseState>((step, input) => step.RunAsync(input, default));
        engine.Activity(nameof(AnalyzeVideo), _ => Steps.Unlabelled)
            .Activity(nameof(AnalyzeFrames), _ => Steps.Safe)
            .Activity(nameof(AnalyzeText), _ => Steps.Safe);
    }

    public VirtualEngine Engine { get; }

    public EngineClient Client { get; }

    public FakeTimeProvider Time => Engine.Time;

    public BlobStorage Storage => Get<BlobStorage>();

    public ImportStore Imports => Get<ImportStore>();

    /// <summary>Names of the app's activities in the order of their calls.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>Names of this test's videos begin with it.</summary>
    public string Prefix { get; } = $"{Guid.NewGuid():N}/";

    public static async Task<ImportParts> StartAsync(AzuriteFixture azurite, int perMinute = 600, int inProgress = 8)
    {
        var engine = new VirtualEngine();
        engine.Time.SetUtcNow(TimeProvider.System.GetUtcNow());
        var services = Services(azurite, engine.Time, perMinute, inProgress);
        foreach (var service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }

        return new(services, engine);
    }

    /// <summary>A video that the platform published before the gate knew it.</summary>
    public async Task<ETag> PublishAsync(string name, BinaryData content, params (string Key, string Value)[] metadata)
    {
        var options = new BlobUploadOptions
        {
            Metadata = metadata.ToDictionary(pair => pair.Key, pair => pair.Value),
            HttpHeaders = new() { ContentType = "video/mp4", CacheControl = "public, max-age=86400" },
        };
        return (await Storage.Blob(Place(name)).UploadAsync(content, options)).Value.ETag;
    }

    public BlobLocation Place(string name) => new(Containers.Published, $"{Prefix}{name}");

    public async Task<BlobProperties?> FindAsync(string name) => await Storage.FindAsync(Place(name));

    public async Task<byte[]> ReadAsync(BlobLocation place) => (await Storage.Blob(place).DownloadContentAsync()).Value.Content.ToArray();

    /// <summary>Starts an import as the API does, and runs it to its end.</summary>
    public async Task<Import> RunAsync(ImportRequest request)
    {
        var id = await StartAsync(request);
        Engine.RunUntil(Time.GetUtcNow().AddHours(1));
        return await ImportAsync(id);
    }

    public async Task<string> StartAsync(ImportRequest request)
    {
        Assert.Null(request.Validate());
        var import = (request with { Prefix = Prefix }).ToImport("sue", Time.GetUtcNow());
        await Imports.CreateAsync(new(import), default);
        await ImportStarter.StartAsync(Client, import.ImportId, default);
        return import.ImportId;
    }

    /// <summary>Applies a dry run as the API does, and runs it to its end.</summary>
    public async Task<Import> ApplyAsync(Import judged, bool? quarantine = null)
    {
        await ChangeAsync(judged.ImportId, progress => ApplyImport.Apply(progress, new(quarantine), "sam", Time.GetUtcNow()));
        Engine.RunUntil(Time.GetUtcNow().AddHours(1));
        return await ImportAsync(judged.ImportId);
    }

    public Task ChangeAsync(string id, Func<ImportProgress, ImportProgress?> change) =>
        Get<ImportChanges>().ApplyAsync(Client, id, change, default);

    public async Task<Import> ImportAsync(string id) => (await Imports.GetAsync(id, default))!.Value.Import;

    public async Task<IReadOnlyList<ImportRow>> ReportAsync(Import import) =>
        (await Imports.ListRowsAsync(import.ImportId, null, 5000, default)).Rows;

    public async Task<ModerationCase> CaseAsync(string name, ETag version) =>
        (await Get<CaseStore>().RequireAsync(CaseId.For(Containers.Published, $"{Prefix}{name}", version.ToString()))).Case;

    public async Task<IReadOnlyList<AuditEntry>> LogAsync(ModerationCase shown)
    {
        Assert.Null((await Get<CaseIntegrity>().ReadAsync(shown.CaseId)).Break);
        return (await Get<AuditLog>().ReadAsync(shown.CaseId, shown.AuditHead)).Entries;
    }

    public async Task<bool> IsInQueueAsync(ModerationCase shown) =>
        (await Get<ReviewQueueStore>().ListAsync(null, 5000))!.Rows.Any(row => row.CaseId == shown.CaseId);

    /// <summary>A moderator decides, and the workflow follows.</summary>
    public async Task DecideAsync(ModerationCase reviewed, ReviewVerdict verdict)
    {
        var policy = (await Get<PolicyArchive>().GetAsync(reviewed.Policy)).Review;
        var decision = new ReviewDecision
        {
            Verdict = verdict,
            ReasonCode = policy.ReasonsOf(verdict)[0].Code,
            DecidedBy = "mona",
            DecidedAt = Time.GetUtcNow(),
            IdempotencyKey = "key-1",
            RequestHash = "hash-1",
        };
        var result = await Get<ReviewCommandHandler>().ExecuteAsync(
            reviewed.CaseId,
            (current, rules) => ReviewRules.Judge(current, new(ReviewAction.Decide, "mona", Time.GetUtcNow()), decision, rules), Client,
            default);
        Assert.Null(result.Refusal);
        Engine.RunUntil(Time.GetUtcNow().AddHours(1));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    private void Register<TStep, TInput, TOutput>(Func<TStep, TInput, Task<TOutput>> run)
    {
        var step = ActivatorUtilities.CreateInstance<TStep>(_services);
        Engine.Activity(typeof(TStep).Name, call =>
        {
            _calls.Add(typeof(TStep).Name);
            return run(step, call.Input<TInput>()).GetAwaiter().GetResult();
        });
    }

    private static ServiceProvider Services(AzuriteFixture azurite, TimeProvider time, int perMinute, int inProgress)
    {
        var values = new Dictionary<string, string?>
        {
            ["IntakeStorage"] = azurite.ConnectionString,
            ["PublishStorage"] = azurite.ConnectionString,
            ["AuditStorage"] = azurite.ConnectionString,
            ["Storage:CreateContainers"] = "true",
            ["Policies:Active"] = "cn-labeling-measures",
            ["Labelling:ContentPropagator"] = ApprovedCase.Platform,
            ["Imports:VideosPerMinute"] = $"{perMinute}",
            ["Imports:MaxInProgress"] = $"{inProgress}",
        };
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddBlobStorage()
            .AddCases()
            .AddAudit()
            .AddPolicies()
            .AddTrustLists()
            .AddModeration()
            .AddPublishing()
            .AddReview()
            .AddLabelling()
            .AddDetectors()
            .AddImports()
            .AddSingleton(time)
            .BuildServiceProvider();
    }
}
