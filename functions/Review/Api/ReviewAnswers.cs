using Microsoft.AspNetCore.Http;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Review.Steps;

namespace VideoGate.Review.Api;

/// <summary>Converts results of changes to HTTP responses.</summary>
internal static class ReviewAnswers
{
    /// <summary>Returns the result with the case's new ETag, which saves the caller a read.</summary>
    public static IResult Answer(this ReviewResult result, HttpRequest request, Func<CaseReview, IResult> show)
    {
        if (result.Stored is not { Case.Review: { } review } stored)
        {
            return result.Refusal!;
        }

        request.HttpContext.Response.Headers.ETag = stored.ETag.ToString("H");
        return show(review);
    }

    /// <summary>Returns the review as shown to its uploader.</summary>
    /// <param name="status">HTTP status of an applied change.</param>
    public static IResult AnswerUploader(this ReviewResult result, HttpRequest request, int status) =>
        result.Answer(request, review => Results.Json(
        ReviewView.Of(review, Caller.Of(request) with { IsStaff = false }), ReviewJson.Default.ReviewView, statusCode: status));
}
