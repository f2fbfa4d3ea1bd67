namespace AiLabels.Writing;

/// <summary>
/// One change to a file: <paramref name="Removed"/> bytes at <paramref name="Offset"/> give way to <paramref name="Inserted"/>.
/// </summary>
/// <param name="Offset">Where it begins in the file as it is.</param>
internal readonly record struct Edit(long Offset, long Removed, ReadOnlyMemory<byte> Inserted)
{
    /// <summary>Where the file goes on unchanged.</summary>
    public long End => Offset + Removed;

    public long Growth => Inserted.Length - Removed;

    public static Edit Insert(long offset, byte[] bytes) => new(offset, 0, bytes);

    public static Edit Overwrite(long offset, byte[] bytes) => new(offset, bytes.Length, bytes);
}
