using System.Buffers.Binary;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Testing.App;

/// <summary>A labelled MP4 with an <c>mdat</c> extended by zeros; stored as a page blob, which stores zeros for free.</summary>
internal static class SparseVideo
{
    private const int Page = 512;
    private const int Header = 16;

    /// <param name="length">Bytes of the media data, a multiple of 512.</param>
    public static async Task<(string CaseId, DateTimeOffset StoredAt)> UploadAsync(RunningGate gate, string name, long length)
    {
        var (head, tail) = Split(Videos.Labelled.ToArray(), length);
        var total = (head.Length + length + tail.Length + Page - 1) / Page * Page;
        var container = gate.Storage.Container(Containers.Cases);
        var draft = container.GetPageBlobClient($"drafts/{name}");
        await draft.CreateAsync(total);
        await WriteAsync(draft, head, 0);
        await WriteAsync(draft, tail, head.Length + length);

        // Copied server-side as a whole, so that the trigger never sees a partial video.
        var target = gate.Storage.Container(Containers.Uploads).GetPageBlobClient(name);
        await (await target.StartCopyFromUriAsync(draft.Uri)).WaitForCompletionAsync();
        BlobProperties stored = await target.GetPropertiesAsync();
        return (CaseId.For(Containers.Uploads, name, stored.ETag.ToString()), TimeProvider.System.GetUtcNow());
    }

    /// <summary>
    /// All bytes up to the media data, with a 64-bit size, and all bytes after it; the chunk offsets are irrelevant to a label reader.
    /// </summary>
    private static (byte[] Head, byte[] Tail) Split(byte[] video, long length)
    {
        var mdat = video.AsSpan().IndexOf("mdat"u8) - 4;
        var size = BinaryPrimitives.ReadUInt32BigEndian(video.AsSpan(mdat));
        var head = new byte[mdat + Header];
        video.AsSpan(0, mdat).CopyTo(head);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(mdat), 1);
        "mdat"u8.CopyTo(head.AsSpan(mdat + 4));
        BinaryPrimitives.WriteUInt64BigEndian(head.AsSpan(mdat + 8), (ulong)(length + Header));
        return (head, video[(int)(mdat + size)..]);
    }

    private static async Task WriteAsync(PageBlobClient blob, byte[] bytes, long offset)
    {
        var start = offset / Page * Page;
        var end = (offset + bytes.Length + Page - 1) / Page * Page;
        var pages = new byte[end - start];
        bytes.CopyTo(pages, offset - start);
        await blob.UploadPagesAsync(new MemoryStream(pages), start);
    }
}
