using System.Text;
using VideoGate.Cases.Duties;

namespace VideoGate.Cases.Uploads;

/// <summary>Merges what the uploader submitted through the API and in the blob's metadata.</summary>
public static class Submissions
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Merges both sources: the uploader comes from the ticket if there is one, and the stronger of two declarations wins, because
    /// over-declaring is not a likely mistake.
    /// </summary>
    /// <param name="ticket">Null if the blob was not uploaded through the API.</param>
    /// <param name="metadata">
    /// Blob metadata, keys in any case: <c>aideclaration</c>, <c>aieditkind</c>, <c>airealism</c> (values of the API; others are ignored),
    /// <c>jurisdictions</c> (separated by spaces), <c>uploader</c> (ignored if there is a ticket), <c>title</c> and <c>description</c>.
    /// Metadata travel in HTTP headers, therefore non-ASCII text is sent as base64 of UTF-8 in <c>uploaderbase64</c>, <c>titlebase64</c>
    /// and <c>descriptionbase64</c>.
    /// </param>
    public static Submission Read(UploadTicket? ticket, IDictionary<string, string> metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        var said = ticket?.Submission ?? new Submission();
        return said with
        {
            Uploader = ticket is null ? Text(metadata, "uploader") : said.Uploader,
            Declaration = Stronger(said.Declaration, Declared<Declaration>(metadata, "aideclaration")),
            EditKind = Stronger(said.EditKind, Declared<EditKind>(metadata, "aieditkind")),
            Realism = Stronger(said.Realism, Declared<Realism>(metadata, "airealism")),
            Jurisdictions = said.Jurisdictions ?? Jurisdictions.Parse(Find(metadata, "jurisdictions")),
            Title = said.Title ?? Text(metadata, "title"),
            Description = said.Description ?? Text(metadata, "description"),
        };
    }

    /// <returns>The id in a blob name of the form <c>{uploadId}/{fileName}</c>, or null if there is none.</returns>
    public static string? UploadIdOf(string blobName)
    {
        ArgumentNullException.ThrowIfNull(blobName);
        var first = blobName.Split('/', 2)[0];
        return UploadId.IsValid(first) ? first : null;
    }

    private static T Stronger<T>(T one, T other)
        where T : struct, Enum => Comparer<T>.Default.Compare(one, other) > 0 ? one : other;

    private static T Declared<T>(IDictionary<string, string> metadata, string key)
        where T : struct, Enum
    {
        var text = Find(metadata, key)?.Trim();
        return Enum.GetValues<T>().FirstOrDefault(value => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase));
    }

    private static string? Find(IDictionary<string, string> metadata, string key) =>
        metadata.FirstOrDefault(entry => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? Text(IDictionary<string, string> metadata, string key) =>
        Decode(Find(metadata, $"{key}base64")) ?? Find(metadata, key);

    private static string? Decode(string? base64)
    {
        try
        {
            return base64 is null ? null : Utf8.GetString(Convert.FromBase64String(base64));
        }
        catch (Exception exception) when (exception is FormatException or DecoderFallbackException)
        {
            return null;
        }
    }
}
