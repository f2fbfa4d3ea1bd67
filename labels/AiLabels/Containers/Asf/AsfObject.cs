using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Asf;

/// <summary>An object of the Advanced Systems Format Specification 1.2: a GUID, a 64-bit size and content.</summary>
internal readonly record struct AsfObject(Guid Id, long Offset, long Length)
{
    public const int HeaderLength = 24;

    public static Guid Header { get; } = new("75b22630-668e-11cf-a6d9-00aa0062ce6c");

    public static Guid HeaderExtension { get; } = new("5fbf03b5-a92e-11cf-8ee3-00c00c205365");

    public static Guid FileProperties { get; } = new("8cabdca1-a947-11cf-8ee4-00c00c205365");

    public static Guid StreamProperties { get; } = new("b7dc0791-a9b7-11cf-8ee6-00c00c205365");

    public static Guid ExtendedContentDescription { get; } = new("d2d0a440-e307-11d2-97f0-00a0c95ea850");

    public static Guid ContentDescription { get; } = new("75b22633-668e-11cf-a6d9-00aa0062ce6c");

    public static Guid Metadata { get; } = new("c5f8cbea-5baf-4877-8467-aa8c44fa4cca");

    public static Guid MetadataLibrary { get; } = new("44231c94-9498-49d1-a141-1d134e457054");

    /// <summary>Adobe XMP Specification Part 3.</summary>
    public static Guid Xmp { get; } = new("be7acfcb-97a9-42e8-9c71-999491e3afac");

    public long Payload => Offset + HeaderLength;

    public long PayloadLength => Length - HeaderLength;

    public long End => Offset + Length;

    public Source At(string path) => new(path, Offset, Length);

    /// <returns>
    /// The object, truncated to the end of its parent, or null if there is none at this offset. The problem describes damage.
    /// </returns>
    public static async ValueTask<(AsfObject? Object, Problem? Problem)> ReadAsync(ByteReader bytes, long offset, long end)
    {
        var header = (await bytes.PeekAsync(offset, (int)Math.Min(HeaderLength, end - offset))).Span;
        var size = header.Length == HeaderLength ? BinaryPrimitives.ReadUInt64LittleEndian(header[16..]) : 0;
        if (size < HeaderLength)
        {
            return (null, new("container.damaged", $"There is no ASF object at byte {offset}.", new Source("ASF", offset, header.Length)));
        }

        var length = (long)Math.Min(size, (ulong)(end - offset));
        var found = new AsfObject(new Guid(header[..16]), offset, length);
        return (found,
            size == (ulong)length
                ? null
                : new("container.truncated", $"The ASF object at byte {offset} claims {size} bytes; only {length} are present.", found.At("ASF")));
    }
}
