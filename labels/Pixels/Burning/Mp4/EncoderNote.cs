namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>
/// The note that x264 leaves in the first picture: its version and options, which tell about the machine that encoded. It is user data that
/// no decoder needs, and x264 has no option to leave it out.
/// </summary>
internal static class EncoderNote
{
    // With room for the sound in front of the first picture.
    private const int MaxSearched = 1 << 20;

    // x264, encoder/set.c: x264_sei_version_write.
    private static ReadOnlySpan<byte> Id =>
        [0xdc, 0x45, 0xe9, 0xbd, 0xe6, 0xd9, 0x48, 0xb7, 0x96, 0x2c, 0xd8, 0x20, 0xd9, 0x23, 0xee, 0xef];

    /// <summary>Replaces the text of the note by spaces, which keeps every place and length.</summary>
    public static async Task BlankAsync(SpoolFile media, CancellationToken cancellation)
    {
        var head = new byte[Math.Min(media.Length, MaxSearched)];
        var read = 0;
        while (read < head.Length && await media.ReadAsync(read, head.AsMemory(read), cancellation) is > 0 and var more)
        {
            read += more;
        }

        if (Find(head.AsSpan(0, read)) is var (begin, length))
        {
            head.AsSpan(begin, length).Fill((byte)' ');
            await media.OverwriteAsync(begin, head.AsMemory(begin, length), cancellation);
        }
    }

    private static (int Begin, int Length)? Find(ReadOnlySpan<byte> head)
    {
        var id = head.IndexOf(Id);
        if (id < 0)
        {
            return null;
        }

        var begin = id + Id.Length;
        var length = head[begin..].IndexOfAnyExceptInRange((byte)' ', (byte)'~');
        return (begin, length < 0 ? head.Length - begin : length);
    }
}
