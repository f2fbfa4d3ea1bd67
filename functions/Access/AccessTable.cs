using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Access;

/// <summary>The single table of access rules: maps every HTTP function name to its rule.</summary>
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
        ["OpenMyVideos"] = AccessRule.Anonymous,
        ["GetDisclosure"] = AccessRule.Anonymous,
        ["ShowDisclosure"] = AccessRule.Anonymous,
        ["GetManifest"] = AccessRule.Anonymous,
        ["GetPlayback"] = AccessRule.AnyOf(Roles.Staff),
        ["ListEvidence"] = AccessRule.AnyOf(Roles.Staff),
        ["GetEvidence"] = AccessRule.AnyOf(Roles.Staff),
        ["GetRelatedCases"] = AccessRule.AnyOf(Roles.Staff),
        ["CreateUpload"] = AccessRule.AnyOf([Roles.Uploader]),
        ["ListUploads"] = AccessRule.AnyOf([Roles.Uploader]),
        ["GetUpload"] = AccessRule.AnyOf([Roles.Uploader]),
        ["GetCase"] = AccessRule.AnyOf(Roles.All),
        ["GetCaseAudit"] = AccessRule.AnyOf(Roles.Staff),
        ["ChangeDeclaration"] = AccessRule.AnyOf([Roles.Uploader, Roles.Moderator, Roles.SeniorModerator]),
        ["OrderTakedown"] = AccessRule.AnyOf(Roles.Moderators),
        ["DecideTakedown"] = AccessRule.AnyOf(Roles.Moderators),
        // Reads every published video and, applied, changes what is published.
        ["StartImport"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["ApplyImport"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["CancelImport"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["GetImport"] = AccessRule.AnyOf(Roles.Staff),
        ["ReportImport"] = AccessRule.AnyOf(Roles.Staff),
        ["ListTakedowns"] = AccessRule.AnyOf(Roles.Staff),
        ["ListReviews"] = AccessRule.AnyOf(Roles.Staff),
        ["GetReview"] = AccessRule.AnyOf(Roles.Staff),
        ["DecideReview"] = AccessRule.AnyOf(Roles.Moderators),
        ["PreviewDecision"] = AccessRule.AnyOf(Roles.Moderators),
        ["BulkDecide"] = AccessRule.AnyOf(Roles.Moderators),
        ["SummarizeReviews"] = AccessRule.AnyOf(Roles.Staff),

        // A backtest changes no case but consumes compute; auditors are read-only and may not start one.
        ["ListPolicies"] = AccessRule.AnyOf(Roles.Staff),
        ["GetPolicy"] = AccessRule.AnyOf(Roles.Staff),
        ["ListPolicyVersions"] = AccessRule.AnyOf(Roles.Staff),
        ["StartBacktest"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["ApplyBacktest"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["GetBacktest"] = AccessRule.AnyOf(Roles.Staff),

        // The export names colleagues only as each case's audit log does, which all staff may read.
        ["GetStatement"] = AccessRule.AnyOf(Roles.All),
        ["ExportDecisions"] = AccessRule.AnyOf(Roles.Staff),
        ["GetReviewMetrics"] = AccessRule.AnyOf(Roles.Staff),
        // Read by auditors; the data protection officer is one.
        ["OrderErasure"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["ConfirmErasure"] = AccessRule.AnyOf([Roles.SeniorModerator]),
        ["GetErasure"] = AccessRule.AnyOf(Roles.Staff),
        ["ReleaseExpiry"] = AccessRule.AnyOf([Roles.SeniorModerator]),
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

    /// <summary>Verifies that every HTTP function has a rule and every rule a function; called at startup.</summary>
    /// <exception cref="InvalidOperationException">A function or a rule has no counterpart; the message names the functions.</exception>
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

    /// <summary>Gets the names of the HTTP-triggered functions in an assembly.</summary>
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
