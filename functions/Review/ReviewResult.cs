using Microsoft.AspNetCore.Http;
using VideoGate.Access;
using VideoGate.Cases;

namespace VideoGate.Review;

/// <summary>What became of a change: the case as it is stored now, or why it was refused.</summary>
internal sealed record ReviewResult(StoredCase? Stored, ProblemResult? Refusal)
{
    /// <summary>The answer, with the case's new ETag, so that whoever changed it need not read it again.</summary>
    public IResult Answer(HttpRequest request, Func<Cases.CaseReview, IResult> show)
    {
        if (Stored is not { Case.Review: { } review })
        {
            return Refusal!;
        }

        request.HttpContext.Response.Headers.ETag = Stored.ETag.ToString("H");
        return show(review);
    }

    /// <summary>The review as its uploader may see it.</summary>
    /// <param name="status">When it was changed.</param>
    public IResult AnswerUploader(HttpRequest request, int status) => Answer(request, review => Results.Json(
        ReviewView.Of(review, Caller.Of(request) with { IsStaff = false }), ReviewJson.Default.ReviewView, statusCode: status));
}
