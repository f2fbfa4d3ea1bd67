using System.Text;

namespace AiLabels.Pixels.Programs;

/// <summary>The end of a program's output of any length.</summary>
internal static class TextTail
{
    private const int Length = 4096;

    /// <summary>Returns the last bytes of the stream, at most <see cref="Length"/>, as UTF-8.</summary>
    public static async Task<string> ReadAsync(Stream stream)
    {
        var bytes = new byte[2 * Length];
        var length = 0;
        while (await stream.ReadAsync(bytes.AsMemory(length)) is > 0 and var read)
        {
            length += read;
            if (length > Length)
            {
                bytes.AsSpan(length - Length, Length).CopyTo(bytes);
                length = Length;
            }
        }

        return Encoding.UTF8.GetString(bytes, 0, length).Trim();
    }
}
