namespace AiLabels.Writing;

/// <summary>
/// One change to a file: <paramref name="Inserted"/> replaces <paramref name="Removed"/> bytes at <paramref name="Offset"/>.
/// </summary>
/// <param name="Offset">Offset in the original file.</param>
internal readonly record struct Edit(long Offset, long Removed, ReadOnlyMemory<byte> Inserted)
{
    /// <summary>Offset at which the original file continues.</summary>
    public long End => Offset + Removed;

    public long Growth => Inserted.Length - Removed;

    public static Edit Insert(long offset, byte[] bytes) => new(offset, 0, bytes);

    public static Edit Overwrite(long offset, byte[] bytes) => new(offset, bytes.Length, bytes);
}
