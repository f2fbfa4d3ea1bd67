using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using VideoGate.Access;
using VideoGate.Http;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Api;

/// <summary>Headers that make a change of a review idempotent and safe under concurrency.</summary>
/// <param name="IfMatch">Version of the case that the moderator read.</param>
/// <param name="IdempotencyKey">Identifies the operation across retries of the request.</param>
internal sealed record DecisionHeaders(ETag IfMatch, string IdempotencyKey)
{
    private const string IdempotencyKeyName = "Idempotency-Key";
    private const int LongestKey = 128;

    /// <param name="hash">Hash of the request; null if a repetition is recognized by other means.</param>
    public ReviewCommand Command(ReviewAction action, Caller caller, DateTimeOffset now, string? hash = null) =>
        new(action, caller.Subject, now, IfMatch, hash is null ? null : new(caller.Subject, IdempotencyKey, hash));

    /// <returns>The headers, or the problem with them.</returns>
    public static (DecisionHeaders? Headers, ProblemResult? Problem) Read(HttpRequest request)
    {
        var (key, problem) = ReadKey(request);
        if (key is null)
        {
            return (null, problem);
        }

        // "*" would mean: decide any version, seen or not.
        var tags = request.GetTypedHeaders().IfMatch;
        if (tags is not [{ IsWeak: false } tag] || tag.Equals(EntityTagHeaderValue.Any))
        {
            return (null, Problems.IfMatchRequired.Because("If-Match must be the single strong ETag of the case as you read it."));
        }

        return (new DecisionHeaders(new ETag(tag.Tag.ToString()), key), null);
    }

    /// <returns>The Idempotency-Key, or the problem with it.</returns>
    public static (string? Key, ProblemResult? Problem) ReadKey(HttpRequest request)
    {
        var key = request.Headers[IdempotencyKeyName].ToString();
        return key.Length is 0 or > LongestKey || !key.All(character => character is > ' ' and <= '~')
            ? (null, Problems.IdempotencyKeyRequired.Because($"{IdempotencyKeyName} is missing, too long, or not printable ASCII."))
            : (key, null);
    }
}
