using System.Buffers.Binary;
using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>
/// A C2PA manifest store as a container holds it. It is judged after the container is read, because its hash covers all of the file.
/// </summary>
/// <param name="Jumbf">The JUMBF superbox; padding may follow it.</param>
/// <param name="Source">Where its first byte stands.</param>
/// <param name="Role">Whether it is whole, or one of a pair.</param>
internal sealed record ManifestStoreData(ReadOnlyMemory<byte> Jumbf, Source Source, StoreRole Role = StoreRole.Whole)
{
    /// <summary>A store that is there and was not read: forged in size, cut short or beyond a limit.</summary>
    public static ManifestStoreData Unreadable(Source source) => new(default, source);

    /// <summary>The superbox alone; a length that makes no sense leaves it as it stands.</summary>
    public ReadOnlyMemory<byte> WithoutPadding()
    {
        var length = Jumbf.Length < sizeof(uint) ? 0 : BinaryPrimitives.ReadUInt32BigEndian(Jumbf.Span);
        return length is > 1 and <= int.MaxValue && length <= Jumbf.Length ? Jumbf[..(int)length] : Jumbf;
    }
}

/// <summary>
/// A file whose manifests were updated in place keeps the original store and adds a second at its end (C2PA 2.2, annex A.5.3).
/// </summary>
internal enum StoreRole
{
    Whole,
    Original,
    Update,
}
