namespace AiLabels.Reading;

/// <summary>A C2PA manifest store as a container holds it. It is judged after the container is read, because its hash covers all of the file.</summary>
/// <param name="Jumbf">The JUMBF superbox; padding may follow it.</param>
/// <param name="Source">Where its first byte stands.</param>
internal sealed record ManifestStoreBytes(ReadOnlyMemory<byte> Jumbf, Source Source)
{
    /// <summary>A store that is there and was not read: forged in size, cut short or beyond a limit.</summary>
    public static ManifestStoreBytes Unreadable(Source source) => new(default, source);
}
