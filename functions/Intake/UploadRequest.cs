using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Intake;

/// <summary>Body of <c>POST /uploads</c>.</summary>
internal sealed record UploadRequest
{
    public const int MaxTitle = 200;
    public const int MaxDescription = 5000;

    public string? FileName { get; init; }

    public Declaration? Declaration { get; init; }

    public EditKind EditKind { get; init; }

    public Realism Realism { get; init; }

    public IReadOnlyList<string>? Jurisdictions { get; init; }

    /// <summary>Length of the file in bytes, if the caller knows it: what would be refused later is refused now.</summary>
    public long? ContentLength { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }

    /// <returns>All field errors, or null if there are none.</returns>
    /// <param name="maxBytes">Maximum size of an upload.</param>
    public ProblemResult? Validate(long maxBytes)
    {
        var errors = new FieldErrors();
        if (FileName is null || Intake.FileName.Safe(FileName) is null)
        {
            errors.Add("fileName", $"A file name of at most {Intake.FileName.MaxLength} characters is required.");
        }

        else if (Intake.FileName.NamesNoVideo(FileName))
        {
            errors.Add("fileName", "The name of a video: this extension belongs to another kind of file.");
        }

        if (ContentLength is < 1 || ContentLength > maxBytes)
        {
            errors.Add("contentLength", $"1 to {maxBytes} bytes.");
        }

        if (Declaration is null or Cases.Declaration.NotAsked)
        {
            errors.Add("declaration", "Say whether AI was used: notAi, realCapture, edited or generated.");
        }

        if (EditKind is not EditKind.Unknown && Declaration is not Cases.Declaration.Edited)
        {
            errors.Add("editKind", "Only a video that is declared as edited has a kind of edit.");
        }

        if (Jurisdictions is { } codes && (codes.Count > Cases.Duties.Jurisdictions.Max || !codes.All(Cases.Duties.Jurisdictions.IsValid)))
        {
            errors.Add("jurisdictions", $"At most {Cases.Duties.Jurisdictions.Max} codes such as CN, EU or US-CA.");
        }

        CheckText(errors, "title", Title, MaxTitle);
        CheckText(errors, "description", Description, MaxDescription);
        return errors.ToProblem();
    }

    private static void CheckText(FieldErrors errors, string field, string? text, int maxLength)
    {
        if (text?.Length > maxLength)
        {
            errors.Add(field, $"At most {maxLength} characters.");
        }

        if (text?.Any(character => char.IsControl(character) && character is not ('\n' or '\r' or '\t')) is true)
        {
            errors.Add(field, "Control characters other than tab and line breaks are not allowed.");
        }
    }
}
