using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using VideoGate.Http;

namespace VideoGate.Policies.Backtests;

/// <summary>Body of <c>POST /policies/{policyId}/backtests</c>.</summary>
internal sealed partial record BacktestRequest
{
    public const int DefaultLimit = 10_000;
    public const int MaxLimit = 200_000;

    /// <summary>A candidate policy to use instead of the loaded one, in policy file format.</summary>
    public JsonElement? Policy { get; init; }

    /// <summary>Cases decided at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Cases decided before this time.</summary>
    public DateTimeOffset? To { get; init; }

    public int? Limit { get; init; }

    public BacktestScope Scope => new(From, To, Limit ?? DefaultLimit);

    /// <returns>The candidate policy, or null if none was sent.</returns>
    /// <exception cref="InvalidPolicyException">
    /// The candidate is not a valid policy; lines refer to the policy as sent.
    /// </exception>
    public PolicyFile? Candidate()
    {
        if (Policy is not { ValueKind: not JsonValueKind.Null } sent)
        {
            return null;
        }

        var text = Encoding.UTF8.GetBytes(sent.GetRawText());
        return new("policy", PolicyReader.Read("policy", text), new(text));
    }

    /// <returns>All field errors, or null if there are none.</returns>
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Limit is < 1 or > MaxLimit)
        {
            errors.Add("limit", $"1 to {MaxLimit}.");
        }

        if (From >= To)
        {
            errors.Add("to", "Later than from.");
        }

        return errors.ToProblem();
    }

    /// <summary>Converts policy errors to field errors of the body.</summary>
    public static ProblemResult Describe(IEnumerable<PolicyError> invalid)
    {
        var errors = new FieldErrors();
        foreach (var error in invalid.Take(MaxErrors))
        {
            errors.Add($"policy{Step.Replace(error.Path[1..], "/$1$2")}", error.Message);
        }

        return errors.ToProblem()!;
    }

    private const int MaxErrors = 50;

    // A step of a JSON path: a property or an index.
    [GeneratedRegex(@"\.([^.\[\]]+)|\[(\d+)\]")]
    private static partial Regex Step { get; }
}
