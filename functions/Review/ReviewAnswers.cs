using Microsoft.AspNetCore.Http;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Review.Steps;

namespace VideoGate.Review.Api;

/// <summary>Answers requests with what became of a change.</summary>
internal static class ReviewAnswers
{
    /// <summary>Answers with the case's new ETag, so that the caller need not read the case again.</summary>
    public static IResult Answer(this ReviewResult result, HttpRequest request, Func<CaseReview, IResult> show)
    {
        if (result.Stored is not { Case.Review: { } review } stored)
        {
            return result.Refusal!;
        }

        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        return show(review);
    }

    /// <summary>Answers with the review as its uploader may see it.</summary>
    /// <param name="status">HTTP status of a change that was made.</param>
    public static IResult AnswerUploader(this ReviewResult result, HttpRequest request, int status) =>
        result.Answer(request, review => Results.Json(
        ReviewView.Of(review, Caller.Of(request) with { IsStaff = false }), ReviewJson.Default.ReviewView, statusCode: status));
}
