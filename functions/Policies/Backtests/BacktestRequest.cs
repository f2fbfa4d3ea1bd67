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

    /// <summary>A policy to try instead of the loaded one, in the form of a policy file.</summary>
    public JsonElement? Policy { get; init; }

    /// <summary>Cases decided at this time or later.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Cases decided before this time.</summary>
    public DateTimeOffset? To { get; init; }

    public int? Limit { get; init; }

    public BacktestScope Scope => new(From, To, Limit ?? DefaultLimit);

    /// <returns>Null when no policy was sent.</returns>
    /// <exception cref="InvalidPolicyException">
    /// What was sent is no policy; the errors' lines are those of the policy as it was sent.
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

    /// <returns>Everything that is wrong with the fields, or null.</returns>
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

    /// <summary>Points at each error where it stands in the body.</summary>
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
