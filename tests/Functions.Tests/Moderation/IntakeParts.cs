using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Cases.Uploads;
using VideoGate.Detectors;
using VideoGate.Moderation;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Moderation;

/// <summary>The first step of the moderation, on Azurite, and what uploaders do to it.</summary>
internal sealed class IntakeParts : IAsyncDisposable
{
    private readonly OpenCase _step;
    private readonly CaseStore _cases;
    private readonly UploadTicketStore _tickets;

    private IntakeParts(BlobStorage storage, UploadLimitOptions limits)
    {
        Storage = storage;
        _cases = new(storage, TimeProvider.System);
        _tickets = new(storage);
        Usage = TestUploads.Usage(storage, limits);
        _step = new(
            new UploadIntake(storage, Options.Create(limits)), TestUploads.Removal(storage), _tickets, Usage,
            TestUploads.Malware(storage), _cases,
            new(new(storage), new(storage), new Truth(storage).Journal, TestPolicies.Shipped, TimeProvider.System),
            Options.Create(new DetectorOptions()));
    }

    /// <summary>The beginning of a video.</summary>
    public const string Video = "\0\0\0\u0018ftypisom\0\0\u0002\0isommp41video";

    public BlobStorage Storage { get; }

    public UploaderUsage Usage { get; }

    public static Task<IntakeParts> StartAsync(AzuriteFixture azurite, UploadLimitOptions? limits = null) =>
        StartAsync(azurite.ConnectionString, limits);

    public static async Task<IntakeParts> StartAsync(string connectionString, UploadLimitOptions? limits = null) =>
        new(await TestStorage.StartAsync(connectionString, connectionString), limits ?? new());

    public static string IdOf(UploadedVideo upload) => CaseId.For(Containers.Uploads, upload.Name, upload.ETag);

    public BlobClient Blob(UploadedVideo upload) => Storage.Blob(new(Containers.Uploads, upload.Name));

    public async Task<bool> ExistsAsync(UploadedVideo upload) => await Blob(upload).ExistsAsync();

    public async Task<UploadedVideo> UploadAsync(string name, string content, BlobUploadOptions? options = null)
    {
        var bytes = BinaryData.FromString(content);
        BlobContentInfo stored = await Storage.Blob(new(Containers.Uploads, name)).UploadAsync(bytes, options ?? new());
        return new(name, stored.ETag.ToString(), bytes.ToMemory().Length, options?.HttpHeaders?.ContentType, stored.LastModified);
    }

    public async Task<UploadTicket> TicketAsync(string uploader)
    {
        var uploadId = UploadId.New();
        return await _tickets.CreateAsync(new()
        {
            UploadId = uploadId,
            BlobName = $"{uploadId}/a.mp4",
            CreatedAt = TimeProvider.System.GetUtcNow(),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddHours(1),
            Submission = new() { UploadId = uploadId, Uploader = uploader },
        });
    }

    public async Task<(string? CaseId, UploadRefusal? Refusal)> AnswerAsync(UploadTicket ticket) =>
        await _tickets.GetAsync(ticket.UploadId) is { } stored ? (stored.CaseId, stored.Refusal) : default;

    public Task<OpenedCase> OpenAsync(UploadedVideo upload) =>
        _step.RunAsync(new CaseRequest(IdOf(upload), new ModerationRequest(upload)), CancellationToken.None);

    /// <summary>Retries as the orchestration does.</summary>
    public async Task<OpenedCase> UntilOpenAsync(UploadedVideo upload)
    {
        while (true)
        {
            try
            {
                return await OpenAsync(upload);
            }
            catch (Exception exception) when (StorageOutage.IsTransient(exception))
            {
                await Task.Delay(10);
            }
        }
    }

    public async Task<ModerationCase> CaseAsync(UploadedVideo upload) => (await _cases.RequireAsync(IdOf(upload))).Case;

    public async Task<string> ReadAsync(HeldVideo held)
    {
        var options = new BlobDownloadOptions { Conditions = new() { IfMatch = new(held.ETag) } };
        return (await Storage.Blob(held.Place).DownloadContentAsync(options)).Value.Content.ToString();
    }

    public async Task<IReadOnlyList<string>> ListAsync(string name, BlobStates states, string container = Containers.Uploads)
    {
        var names = new List<string>();
        await foreach (var blob in Storage.Container(container).GetBlobsAsync(BlobTraits.None, states, name, CancellationToken.None))
        {
            names.Add(blob.Name);
        }

        return names;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
