namespace VideoGate.Testing.App.Uploaders;

/// <summary>What an uploader does to an upload with the address that was granted.</summary>
internal enum Act
{
    Lease,
    Snapshot,
    Archive,
    Cool,
    OverwriteWithLabelled,
    OverwriteWithHtml,
    OverwriteWithPages,
    Delete,
    Metadata,
    Tags,
    Headers,
    StageOnly,
    CopyOver,
}
