namespace VideoGate.Storage;

/// <summary>Validates that the service stores a blob name unchanged.</summary>
public static class BlobNames
{
    /// <summary>In UTF-16 code units, as the service counts.</summary>
    public const int MaxLength = 1024;

    /// <returns>Why the service would reject or change the name, or null if it stores it unchanged.</returns>
    public static string? GetError(string name) => name switch
    {
        "" => "A blob name must not be empty.",
        "." or ".." => $"'{name}' is not a blob name: in a URL it means a folder.",
        { Length: > MaxLength } => $"The blob name has {name.Length} characters; at most {MaxLength} are possible.",
        _ when name.Contains('\\') => "A blob name must not contain a backslash: the service stores it as a slash.",
        _ when name.Any(char.IsControl) => "A blob name must not contain control characters.",
        _ when !IsWellFormed(name) => "The blob name is not well-formed Unicode: it holds half of a surrogate pair.",
        _ => null,
    };

    private static bool IsWellFormed(ReadOnlySpan<char> name)
    {
        while (!name.IsEmpty)
        {
            if (System.Text.Rune.DecodeFromUtf16(name, out _, out var consumed) is not System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            name = name[consumed..];
        }

        return true;
    }
}
