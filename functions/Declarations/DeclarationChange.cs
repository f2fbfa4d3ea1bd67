using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Declarations;

/// <summary>Body of <c>PUT /cases/{caseId}/declaration</c>.</summary>
/// <param name="Note">Why it is changed; kept in the audit log.</param>
internal sealed record DeclarationChange(
    Declaration? Declaration, EditKind EditKind = EditKind.Unknown, Realism Realism = Realism.Unknown, string? Note = null)
{
    private const int LongestNote = 2000;

    /// <returns>All field errors, or null if there are none.</returns>
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Declaration is null or Cases.Declaration.NotAsked)
        {
            errors.Add("declaration", "Say whether AI was used: notAi, realCapture, edited or generated.");
        }

        if (EditKind is not EditKind.Unknown && Declaration is not Cases.Declaration.Edited)
        {
            errors.Add("editKind", "Only a video that is declared as edited has a kind of edit.");
        }

        if (Note?.Length > LongestNote)
        {
            errors.Add("note", $"At most {LongestNote} characters.");
        }

        return errors.ToProblem();
    }

    public Submission Apply(Submission before) => before with { Declaration = Declaration!.Value, EditKind = EditKind, Realism = Realism };
}
