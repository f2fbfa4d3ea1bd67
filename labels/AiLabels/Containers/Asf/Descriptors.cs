using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers.Asf;

/// <summary>Names and texts in the metadata objects of ASF; all texts are UTF-16, and other types of values are skipped.</summary>
internal ref struct Descriptors(ReadOnlySpan<byte> content)
{
    private const int UnicodeString = 0;

    private static readonly string[] ContentDescriptionNames = ["Title", "Author", "Copyright", "Description", "Rating"];

    private ReadOnlySpan<byte> _rest = content;

    /// <returns>Name and text of each entry; a damaged object gives those before the damage.</returns>
    public static IReadOnlyList<(string Name, string Text)> Read(Guid id, ReadOnlySpan<byte> content)
    {
        var reader = new Descriptors(content);
        return id == AsfObject.ExtendedContentDescription ? reader.ReadExtended()
            : id == AsfObject.ContentDescription ? reader.ReadContentDescription()
            : reader.ReadMetadata();
    }

    /// <summary>Extended Content Description, 3.11: a count, then name, type and value of each.</summary>
    private List<(string Name, string Text)> ReadExtended()
    {
        var entries = new List<(string, string)>();
        Take(2, out _);
        while (TakeShort(out var nameLength) && Take(nameLength, out var name)
            && TakeShort(out var type) && TakeShort(out var length) && Take(length, out var value))
        {
            if (type == UnicodeString)
            {
                entries.Add((TextOf(name), TextOf(value)));
            }
        }

        return entries;
    }

    /// <summary>Content Description, 3.10: five lengths, then five texts.</summary>
    private List<(string Name, string Text)> ReadContentDescription()
    {
        var entries = new List<(string, string)>();
        var lengths = new int[ContentDescriptionNames.Length];
        for (var i = 0; i < lengths.Length; i++)
        {
            TakeShort(out lengths[i]);
        }

        for (var i = 0; i < lengths.Length && Take(lengths[i], out var text); i++)
        {
            entries.Add((ContentDescriptionNames[i], TextOf(text)));
        }

        return entries;
    }

    /// <summary>Metadata and Metadata Library, 4.7 and 4.8: language, stream, lengths and type, then name and value of each.</summary>
    private List<(string Name, string Text)> ReadMetadata()
    {
        const int LanguageAndStream = 4;
        var entries = new List<(string, string)>();
        Take(2, out _);
        while (Take(LanguageAndStream, out _) && TakeShort(out var nameLength) && TakeShort(out var type)
            && Take(sizeof(uint), out var size) && Take(nameLength, out var name)
            && Take((int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(size), int.MaxValue), out var value))
        {
            if (type == UnicodeString)
            {
                entries.Add((TextOf(name), TextOf(value)));
            }
        }

        return entries;
    }

    private static string TextOf(ReadOnlySpan<byte> terminated) => Encoding.Unicode.GetString(terminated).TrimEnd('\0');

    private bool TakeShort(out int value)
    {
        var taken = Take(2, out var bytes);
        value = taken ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : 0;
        return taken;
    }

    private bool Take(int length, out ReadOnlySpan<byte> taken)
    {
        var fits = length <= _rest.Length;
        taken = fits ? _rest[..length] : default;
        _rest = fits ? _rest[length..] : default;
        return fits;
    }
}
