using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Storage;

namespace VideoGate.Testing.App;

/// <summary>The whole product on this machine: storage and the app as processes, and the stores to inspect the results.</summary>
internal sealed class RunningGate : IAsyncDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(100);

    private readonly ServiceProvider _services;

    private RunningGate(Azurite azurite)
    {
        Azurite = azurite;
        App = new GateProcess(azurite);
        var connections = new Dictionary<string, string?>
        {
            ["IntakeStorage"] = azurite.ConnectionString,
            ["PublishStorage"] = azurite.ConnectionString,
            ["AuditStorage"] = azurite.ConnectionString,
        };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(connections).Build())
            .AddBlobStorage()
            .AddCases()
            .AddSingleton<AuditLog>()
            .BuildServiceProvider();
    }

    public Azurite Azurite { get; }

    public GateProcess App { get; }

    public BlobStorage Storage => _services.GetRequiredService<BlobStorage>();

    public CaseStore Cases => _services.GetRequiredService<CaseStore>();

    public AuditLog Audit => _services.GetRequiredService<AuditLog>();

    /// <param name="keepsOrchestrations">Required by tests that kill the app; see <see cref="GateProcess.KeepsOrchestrations"/>.</param>
    public static async Task<RunningGate> StartAsync(Action<Dictionary<string, string>>? configure = null, bool keepsOrchestrations = false)
    {
        var gate = await PrepareAsync(configure, keepsOrchestrations);
        await gate.App.StartAsync();
        return gate;
    }

    /// <summary>Only storage; the app is not started yet.</summary>
    public static async Task<RunningGate> PrepareAsync(
        Action<Dictionary<string, string>>? configure = null, bool keepsOrchestrations = false)
    {
        var gate = new RunningGate(await Azurite.StartNewAsync());
        gate.App.KeepsOrchestrations = keepsOrchestrations;
        configure?.Invoke(gate.App.Settings);
        return gate;
    }

    /// <summary>Stores a video in <c>uploads</c>, as an uploader does.</summary>
    /// <returns>The id of its future case.</returns>
    public async Task<string> UploadAsync(string name, BinaryData video, IDictionary<string, string>? metadata = null)
    {
        var blob = Storage.Blob(new BlobLocation(Containers.Uploads, name));
        BlobContentInfo stored = await blob.UploadAsync(video, new BlobUploadOptions { Metadata = metadata });
        return CaseId.For(Containers.Uploads, name, stored.ETag.ToString());
    }

    /// <summary>Waits until a case meets <paramref name="expected"/>.</summary>
    /// <exception cref="TimeoutException">It did not; the message has its last state.</exception>
    public async Task<ModerationCase> UntilAsync(string caseId, Func<ModerationCase, bool> expected, TimeSpan? maxWait = null)
    {
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        ModerationCase? seen = null;
        while (clock.GetElapsedTime(began) < (maxWait ?? TimeSpan.FromMinutes(3)))
        {
            seen = (await Cases.GetAsync(caseId))?.Case;
            if (seen is not null && expected(seen))
            {
                return seen;
            }

            await Task.Delay(PollInterval);
        }

        throw new TimeoutException($"Case {caseId} is {seen?.ToString() ?? "not there"}. The app's log: {File.ReadAllText(App.Log)}");
    }

    /// <summary>Waits until a case has left inspection.</summary>
    public Task<ModerationCase> UntilDecidedAsync(string caseId, TimeSpan? maxWait = null) =>
        UntilAsync(caseId, moderated => moderated.State is not CaseState.Inspecting, maxWait);

    /// <returns>Names of all blobs in a container.</returns>
    public async Task<IReadOnlyList<string>> ListAsync(string container)
    {
        var names = new List<string>();
        await foreach (var blob in Storage.Container(container).GetBlobsAsync())
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Azurite.DisposeAsync();
        await _services.DisposeAsync();
    }
}
