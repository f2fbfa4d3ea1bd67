namespace AiLabels.C2pa.Jumbf;

/// <summary>A JUMBF superbox (ISO/IEC 19566-5): a description, then content boxes or further superboxes.</summary>
internal sealed class JumbfBox
{
    private readonly List<JumbfBox> _children = [];
    private readonly List<ContentBox> _contents = [];
    private readonly Dictionary<string, JumbfBox> _byLabel = new(StringComparer.Ordinal);

    /// <summary>
    /// Offset of the superbox from the start of the file, in bytes; in a compressed manifest, an offset in the expanded bytes plus the
    /// start of the compressed one.
    /// </summary>
    public required long Offset { get; init; }

    /// <summary>Length of the superbox with its header, in bytes.</summary>
    public required int Length { get; init; }

    /// <summary>All bytes after the superbox's own header: what a hashed URI covers (C2PA 2.2, section 8.4.2.3).</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>First four characters of the content type UUID if it is of the JUMBF form, such as <c>c2cl</c>; otherwise empty.</summary>
    public required string Type { get; init; }

    public required string Label { get; init; }

    /// <summary>Child superboxes in file order.</summary>
    public IReadOnlyList<JumbfBox> Children => _children;

    /// <summary>Content boxes after the description, in file order.</summary>
    public IReadOnlyList<ContentBox> Contents => _contents;

    /// <summary>Returns the first child superbox with that label.</summary>
    public JumbfBox? Child(string label) => _byLabel.GetValueOrDefault(label);

    /// <summary>Returns the data of the first content box of a type, such as <c>cbor</c>.</summary>
    public ReadOnlyMemory<byte>? Data(string type) => _contents.Find(box => box.Type == type)?.Data;

    internal void Add(JumbfBox box)
    {
        _children.Add(box);
        _byLabel.TryAdd(box.Label, box);
    }

    /// <summary>Returns this superbox with offset, length and content of the stored superbox, which a hashed URI covers.</summary>
    public JumbfBox As(JumbfBox stored)
    {
        var box = new JumbfBox { Offset = stored.Offset, Length = stored.Length, Content = stored.Content, Type = Type, Label = Label };
        _children.ForEach(box.Add);
        _contents.ForEach(box.Add);
        return box;
    }

    internal void Add(ContentBox box) => _contents.Add(box);
}
