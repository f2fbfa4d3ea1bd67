using VideoGate.Storage;

namespace VideoGate.Cases.Uploads;

/// <summary>A row of the index of an uploader's tickets: an empty blob, whose name sorts the newest first.</summary>
internal sealed record TicketRow(string UploadId, BlobLocation Place)
{
    public static TicketRow Of(string name) => new(name[(name.LastIndexOf('-') + 1)..], new(Containers.Cases, name));
}
