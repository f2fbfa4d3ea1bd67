using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers.IsoBmff;

/// <summary>An entry of iinf, ISO/IEC 14496-12 clause 8.11.6: an item of a meta box, with the media type of its content.</summary>
/// <param name="IsEncoded">Whether the content is compressed.</param>
internal readonly record struct ItemEntry(uint Id, string? MediaType, bool IsEncoded)
{
    private const uint Mime = 0x6D696D65;
    private const int VersionLength = 4;
    private const int ProtectionLength = 2;

    public bool IsXmp => "application/rdf+xml".Equals(MediaType, StringComparison.OrdinalIgnoreCase);

    /// <param name="infe">Payload of the box.</param>
    /// <returns>Null if it is cut short or of an unknown version.</returns>
    public static ItemEntry? Read(ReadOnlySpan<byte> infe)
    {
        var idLength = infe is [3, ..] ? sizeof(uint) : sizeof(ushort);
        var typeLength = infe is [>= 2, ..] ? sizeof(uint) : 0;
        var start = VersionLength + idLength + ProtectionLength;
        if (infe.Length < start + typeLength || infe[0] > 3)
        {
            return null;
        }

        var id = idLength == sizeof(uint)
            ? BinaryPrimitives.ReadUInt32BigEndian(infe[VersionLength..])
            : BinaryPrimitives.ReadUInt16BigEndian(infe[VersionLength..]);
        if (typeLength > 0 && BinaryPrimitives.ReadUInt32BigEndian(infe[start..]) != Mime)
        {
            return new(id, null, false);
        }

        // Name, media type and encoding, each ended by a zero.
        var rest = infe[(start + typeLength)..];
        TakeText(ref rest);
        var mediaType = TakeText(ref rest).Split(';')[0].Trim();
        return new(id, mediaType, TakeText(ref rest).Length > 0);
    }

    private static string TakeText(ref ReadOnlySpan<byte> rest)
    {
        var length = rest.IndexOf((byte)0);
        var text = Encoding.UTF8.GetString(length < 0 ? rest : rest[..length]);
        rest = length < 0 ? [] : rest[(length + 1)..];
        return text;
    }
}
