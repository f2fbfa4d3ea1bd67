namespace VideoGate.Cases;

/// <summary>
/// Identifiers of 26 characters in lower-case base32 (RFC 4648 section 6): 130 bits, safe in blob names, routes and orchestration ids.
/// </summary>
internal static class Base32
{
    public const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int Length = 26;

    private static readonly System.Buffers.SearchValues<char> Characters = System.Buffers.SearchValues.Create(Alphabet);

    /// <summary>Encodes the first 130 bits of <paramref name="bytes"/>.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        Span<char> text = stackalloc char[Length];
        for (var i = 0; i < Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | bytes[Math.Min((bit / 8) + 1, bytes.Length - 1)];
            text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }

    /// <summary>Gets the identifier of <paramref name="text"/>: the same text always gives the same one.</summary>
    public static string Hash(string text) =>
        Encode(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    public static bool IsValid(string? text) => text is { Length: Length } && !text.AsSpan().ContainsAnyExcept(Characters);
}
