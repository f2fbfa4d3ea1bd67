using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AiLabels.Reports;
using Azure;
using Microsoft.Net.Http.Headers;
using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /reviews/bulk-decisions</c>: one decision for several cases.</summary>
internal sealed record BulkRequest
{
    public const int MaxItems = 100;

    /// <summary>Returns the expected results without changing anything.</summary>
    public bool DryRun { get; init; }

    public ReviewVerdict? Verdict { get; init; }

    public string? ReasonCode { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<BulkItem>? Items { get; init; }

    /// <summary>Gets the decision for each case; each case's own policy validates the reason.</summary>
    public DecisionRequest ToDecision() => new() { Verdict = Verdict, ReasonCode = ReasonCode, Note = Note };

    /// <returns>All field errors that do not depend on a case, or null if there are none.</returns>
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Items is not { Count: > 0 and <= MaxItems } || Items.Any(item => item is null))
        {
            errors.Add("items", $"1 to {MaxItems} cases.");
        }
        else
        {
            foreach (var (index, item) in Items.Index())
            {
                Check(errors, $"items/{index}", item, Items.Take(index));
            }
        }

        return errors.ToProblem();
    }

    private static void Check(FieldErrors errors, string pointer, BulkItem item, IEnumerable<BulkItem> before)
    {
        if (before.Any(earlier => earlier.CaseId == item.CaseId))
        {
            errors.Add($"{pointer}/caseId", "The case appears twice.");
        }

        if (item.Version is null)
        {
            errors.Add($"{pointer}/etag", "The strong ETag of the case as you read it.");
        }
    }
}

/// <param name="Etag">ETag of the case as the moderator read it, with quotes.</param>
internal sealed record BulkItem(string? CaseId, string? Etag)
{
    /// <summary>Gets the parsed ETag, or null if it is invalid.</summary>
    [JsonIgnore]
    public ETag? Version =>
        EntityTagHeaderValue.TryParse(Etag, out var tag) && !tag.IsWeak && !tag.Equals(EntityTagHeaderValue.Any) ? new ETag(Etag!) : null;
}

internal sealed record BulkResults(IReadOnlyList<BulkResult> Results);

/// <param name="Problem">Why the decision was rejected.</param>
internal sealed record BulkResult(string CaseId, BulkOutcome Outcome, JsonObject? Problem = null);

[JsonConverter(typeof(CamelCase<BulkOutcome>))]
internal enum BulkOutcome
{
    Decided,

    /// <summary>A second person must confirm it.</summary>
    Held,
    WouldDecide,
    WouldHold,
    Refused,
}
