namespace Local.Worker.Blobs;

/// <summary>The <c>blobs</c> section of host.json, and the pace of the poller.</summary>
internal sealed record BlobOptions
{
    public int MaxDegreeOfParallelism { get; init; } = 8;

    /// <summary>Attempts per blob version; after the last one the blob is reported to the poison queue.</summary>
    public int PoisonBlobThreshold { get; init; } = 5;

    /// <summary>Between polls while blobs keep coming.</summary>
    public TimeSpan BusyInterval { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Between polls when none has come for a while, or storage is away.</summary>
    public TimeSpan IdleInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Before the second attempt; doubles with each further one.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);
}
