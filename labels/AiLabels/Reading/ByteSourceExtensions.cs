namespace AiLabels.Reading;

public static class ByteSourceExtensions
{
    private const int BlockSize = 1 << 20;

    /// <summary>Writes all bytes of a source in blocks of up to 1 MiB.</summary>
    /// <param name="progress">Receives the number of bytes written.</param>
    /// <exception cref="EndOfStreamException">The source ended before its length.</exception>
    /// <exception cref="IOException">The source or the output failed; the partial output is unusable.</exception>
    public static async ValueTask CopyToAsync(
        this IByteSource source, Stream output, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(output);
        var block = GC.AllocateUninitializedArray<byte>((int)Math.Min(BlockSize, source.Length));
        for (var offset = 0L; offset < source.Length;)
        {
            var read = await source.ReadAsync(offset, block, cancellationToken);
            if (read == 0)
            {
                throw new EndOfStreamException($"The source ended at byte {offset}, before its length of {source.Length} bytes.");
            }

            await output.WriteAsync(block.AsMemory(0, read), cancellationToken);
            offset += read;
            progress?.Report(offset);
        }
    }
}
