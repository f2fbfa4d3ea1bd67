using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>
/// A metadata list that can hold the label: <c>moov/udta/meta</c> or <c>moov/meta</c> with handler mdta, its keys and its ilst.
/// </summary>
internal sealed record LabelList(OpenBox Keys, OpenBox Items)
{
    private const int EntryHeader = 8;

    public bool IsInUserData => Items.Path.StartsWith("moov/udta/", StringComparison.Ordinal);

    /// <summary>Returns the names in a keys box in the order of their one-based indexes; names of other namespaces are empty.</summary>
    /// <returns>The names, or null if count and entries disagree, so that no entry can be added safely.</returns>
    public static List<string>? ReadKeys(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < EntryHeader)
        {
            return null;
        }

        var count = BinaryPrimitives.ReadUInt32BigEndian(payload[4..]);
        var names = new List<string>();
        for (var rest = payload[EntryHeader..]; !rest.IsEmpty;)
        {
            var size = rest.Length < EntryHeader ? 0 : BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (size < EntryHeader || size > rest.Length)
            {
                return null;
            }

            names.Add(BoxBuilder.IsMdta(rest[4..]) ? Encoding.UTF8.GetString(rest[EntryHeader..(int)size]) : "");
            rest = rest[(int)size..];
        }

        return names.Count == count ? names : null;
    }
}
