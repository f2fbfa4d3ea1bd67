using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Local.ContentSafety.Tests;
using VideoGate.Policies;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Tests.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Safety;

/// <summary>A case with evidence to check, real storage and the emulator.</summary>
internal sealed class CheckedCase : IDisposable
{
    private static int s_cases;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies-");
    private readonly BlobStorage _storage;
    private readonly CaseStore _cases;
    private readonly PolicyArchive _policies;
    private readonly SafetyAnalyzer _analyzer;
    private readonly IOptions<ContentSafetyOptions> _options = Options.Create(new ContentSafetyOptions { MaxParallelCalls = 2 });

    private CheckedCase(BlobStorage storage, RunningEmulator emulator, string policy, string key, ILogger<SafetyAnalyzer>? logger)
    {
        _storage = storage;
        _cases = new CaseStore(storage, TimeProvider.System);
        File.WriteAllText(Path.Combine(_folder.FullName, "house.json"), policy);
        Set = new LoadedPolicies(Options.Create(new PoliciesOptions { Folder = _folder.FullName, Active = "house" }));
        _policies = new PolicyArchive(Set, storage);
        Evidence = new EvidenceStore(storage);
        _analyzer = new SafetyAnalyzer(emulator.Client(key), _options, TestMetrics.Of<SafetyMetrics>(), TimeProvider.System,
            logger ?? NullLogger<SafetyAnalyzer>.Instance);
    }

    public string CaseId { get; private set; } = "";

    public EvidenceStore Evidence { get; }

    private LoadedPolicies Set { get; }

    public static async Task<CheckedCase> OpenAsync(
        AzuriteFixture azurite,
        RunningEmulator emulator,
        Submission? submission = null,
        string? name = null,
        string? policy = null,
        string key = RunningEmulator.Key,
        ILogger<SafetyAnalyzer>? logger = null)
    {
        var made = new CheckedCase(await TestStorage.StartAsync(azurite), emulator, policy ?? PolicyTexts.WithSafety, key, logger);
        var opened = TestCases.Inspecting(name ?? $"checked-{Interlocked.Increment(ref s_cases)}.mp4", $"{Guid.NewGuid():N}") with
        {
            Policy = made.Set.Active.Pin,
            Submission = submission ?? new Submission(),
        };
        await made._cases.CreateAsync(opened);
        made.CaseId = opened.CaseId;
        return made;
    }

    /// <summary>Adds frames to the evidence, one per second.</summary>
    public async Task SampleAsync(params byte[][] frames)
    {
        for (var id = 1; id <= frames.Length; id++)
        {
            await Evidence.WriteAsync(CaseId, EvidenceFiles.Frame(id), BinaryData.FromBytes(frames[id - 1]), "image/jpeg");
        }

        var sampled = new FrameEvidence([], [.. frames.Select((_, index) => new SampledFrame(index + 1, index, []))], [], BytesRead: 0);
        await Evidence.WriteAsync(CaseId, EvidenceFiles.Frames, sampled, EvidenceJson.Default.FrameEvidence);
    }

    public Task<SafetyCheck> AnalyzeFramesAsync() =>
        new AnalyzeFrames(_cases, _policies, Evidence, _analyzer, _options).RunAsync(CaseId, CancellationToken.None);

    public Task<SafetyCheck> AnalyzeTextAsync() =>
        new AnalyzeText(_cases, _policies, Evidence, _analyzer).RunAsync(CaseId, CancellationToken.None);

    public void Dispose()
    {
        _analyzer.Dispose();
        _folder.Delete(recursive: true);
    }
}
