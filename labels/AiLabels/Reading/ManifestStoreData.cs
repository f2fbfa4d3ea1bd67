using System.Buffers.Binary;
using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>
/// The bytes of a C2PA manifest store. It is validated after the container has been read, because its hash covers the whole file.
/// </summary>
/// <param name="Jumbf">The JUMBF superbox; padding may follow it.</param>
/// <param name="Source">Location of its first byte.</param>
/// <param name="Role">Whether it is complete, or one of a pair.</param>
internal sealed record ManifestStoreData(ReadOnlyMemory<byte> Jumbf, Source Source, StoreRole Role = StoreRole.Whole)
{
    /// <summary>Location of the box or chunk that holds it.</summary>
    public Source Outer { get; init; } = Source;

    /// <summary>Returns a store that exists but was not read: its size is forged, it is truncated, or it exceeds a limit.</summary>
    public static ManifestStoreData Unreadable(Source source) => new(default, source);

    /// <summary>Returns only the superbox; the bytes as they are if its length is invalid.</summary>
    public ReadOnlyMemory<byte> WithoutPadding()
    {
        var length = Jumbf.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32BigEndian(Jumbf.Span);
        return length is > 1 and <= int.MaxValue && length <= Jumbf.Length ? Jumbf[..(int)length] : Jumbf;
    }
}

/// <summary>
/// Role of a store: a file whose manifests were updated in place keeps the original store and has a second at its end (C2PA 2.2, annex
/// A.5.3).
/// </summary>
internal enum StoreRole
{
    Whole,
    Original,
    Update,

    /// <summary>A box of credentials of unknown version or purpose. Hashes leave it out, whatever it holds.</summary>
    Unknown,
}
