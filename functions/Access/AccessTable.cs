using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Access;

/// <summary>The one place that says who may call what: every HTTP function by its name.</summary>
public static class AccessTable
{
    private static readonly FrozenDictionary<string, AccessRule> Rules = new Dictionary<string, AccessRule>
    {
        ["Health"] = AccessRule.Anonymous,
        ["HealthLive"] = AccessRule.Anonymous,
        ["OpenApi"] = AccessRule.Anonymous,
        ["DescribeProblem"] = AccessRule.Anonymous,
        ["UnknownRoute"] = AccessRule.Anonymous,
        ["ServeConsole"] = AccessRule.Anonymous,
        ["OpenConsole"] = AccessRule.Anonymous,
        ["GetPlayback"] = AccessRule.AnyOf(Roles.Staff),
        ["ListEvidence"] = AccessRule.AnyOf(Roles.Staff),
        ["GetEvidence"] = AccessRule.AnyOf(Roles.Staff),
        ["GetRelatedCases"] = AccessRule.AnyOf(Roles.Staff),
        ["CreateUpload"] = AccessRule.AnyOf([Roles.Uploader]),
        ["GetUpload"] = AccessRule.AnyOf([Roles.Uploader]),
        ["GetCase"] = AccessRule.AnyOf(Roles.All),
        ["GetCaseAudit"] = AccessRule.AnyOf(Roles.Staff),
        ["ListReviews"] = AccessRule.AnyOf(Roles.Staff),
        ["GetReview"] = AccessRule.AnyOf(Roles.Staff),
        ["DecideReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["BulkDecide"] = AccessRule.AnyOf(Roles.Moderators),
        ["SummarizeReviews"] = AccessRule.AnyOf(Roles.Staff),

        // A backtest changes no case but costs work, so that an auditor, who changes nothing, starts none.
        ["ListPolicies"] = AccessRule.AnyOf(Roles.Staff),
        ["GetPolicy"] = AccessRule.AnyOf(Roles.Staff),
        ["ListPolicyVersions"] = AccessRule.AnyOf(Roles.Staff),
        ["StartBacktest"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["GetBacktest"] = AccessRule.AnyOf(Roles.Staff),

        // What the export says about colleagues stands in each case's audit log, which all staff read.
        ["GetStatement"] = AccessRule.AnyOf(Roles.All),
        ["ExportDecisions"] = AccessRule.AnyOf(Roles.Staff),
        ["GetReviewMetrics"] = AccessRule.AnyOf(Roles.Staff),
        ["ClaimReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["ReleaseReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["HandOverReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["EscalateReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["RequestInformation"] = AccessRule.AnyOf(Roles.Moderators),
        ["ConfirmReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["UndoReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["AnswerInformation"] = AccessRule.AnyOf([Roles.Uploader]),
        ["AppealDecision"] = AccessRule.AnyOf([Roles.Uploader]),
    }.ToFrozenDictionary();

    public static AccessRule For(string function) =>
        Rules.TryGetValue(function, out var rule) ? rule : throw Missing([function]);

    /// <summary>Refuses to start an app that has an HTTP function without a rule, or a rule without its function.</summary>
    /// <exception cref="InvalidOperationException">Names the functions.</exception>
    public static void Verify(IReadOnlyCollection<string> httpFunctions)
    {
        string[] missing = [.. httpFunctions.Where(name => !Rules.ContainsKey(name))];
        if (missing.Length > 0)
        {
            throw Missing(missing);
        }

        string[] orphans = [.. Rules.Keys.Except(httpFunctions)];
        if (orphans.Length > 0)
        {
            throw new InvalidOperationException(
                $"{nameof(AccessTable)} has rules for {string.Join(", ", orphans)}, but there are no such HTTP functions: remove or rename the rules.");
        }
    }

    /// <summary>Names of the functions in an assembly that an HTTP request starts.</summary>
    public static IReadOnlyCollection<string> HttpFunctionsOf(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return
        [
            .. from type in assembly.GetTypes()
               from method in type.GetMethods()
               let function = method.GetCustomAttribute<FunctionAttribute>()
               where function is not null && method.GetParameters().Any(IsHttpTrigger)
               select function.Name,
        ];
    }

    private static bool IsHttpTrigger(ParameterInfo parameter) => parameter.IsDefined(typeof(HttpTriggerAttribute));

    private static InvalidOperationException Missing(IReadOnlyCollection<string> functions) =>
        new($"No rule in {nameof(AccessTable)} for the HTTP functions {string.Join(", ", functions)}: add who may call them.");
}
