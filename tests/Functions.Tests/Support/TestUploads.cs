using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using VideoGate.Cases.Uploads;
using VideoGate.Moderation;
using VideoGate.Publishing;
using VideoGate.Storage;

namespace VideoGate.Tests.Support;

/// <summary>The app's own parts that take uploads in, count and remove them.</summary>
internal static class TestUploads
{
    public static UploadRemoval Removal(BlobStorage storage) => new(storage, NullLogger<UploadRemoval>.Instance);

    public static BlobMover Mover(BlobStorage storage) => new(storage, Removal(storage), NullLogger<BlobMover>.Instance);

    public static MalwareScan Malware(BlobStorage storage, MalwareOptions? options = null, TimeProvider? time = null) => new(
        storage, Options.Create(options ?? new()), time ?? TimeProvider.System, NullLogger<MalwareScan>.Instance);

    public static UploaderUsage Usage(BlobStorage storage, UploadLimitOptions? limits = null, TimeProvider? time = null) => new(
        storage, new UsageTotals(storage, time ?? TimeProvider.System), Options.Create(limits ?? new()), time ?? TimeProvider.System);
}
