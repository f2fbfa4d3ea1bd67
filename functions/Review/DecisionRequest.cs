using System.Security.Cryptography;
using System.Text.Json;
using Serverless.Access;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>Body of <c>POST /reviews/{caseId}/decisions</c>.</summary>
internal sealed record DecisionRequest
{
    public const int MaxNote = 2000;

    public ReviewVerdict? Verdict { get; init; }

    /// <summary>One of the policy's reason codes.</summary>
    public string? ReasonCode { get; init; }

    public string? Note { get; init; }

    /// <summary>Tells this request from another one: SHA-256 of its members, however they were spaced or ordered, in lower-case hexadecimal.</summary>
    public string ComputeHash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, ReviewJson.Default.DecisionRequest)));

    /// <returns>Everything that is wrong with the fields, or null.</returns>
    public ProblemResult? Validate(IEnumerable<string> reasonCodes)
    {
        var errors = new FieldErrors();
        if (Verdict is null)
        {
            errors.Add("verdict", "approve or reject.");
        }

        if (!reasonCodes.Contains(ReasonCode))
        {
            errors.Add("reasonCode", $"One of the policy's reason codes: {string.Join(", ", reasonCodes)}.");
        }

        if (Note?.Length > MaxNote)
        {
            errors.Add("note", $"At most {MaxNote} characters.");
        }

        return errors.ToProblem();
    }
}
