using System.Globalization;
using AiLabels.Reports;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Bench.Workflow.Folders;

/// <summary>
/// How many videos each policy leaves to a moderator, decided again on the facts of the cases, for each answer of the uploader.
/// </summary>
internal static class ModeratorShare
{
    private static readonly Declaration[] Declarations = [Declaration.NotAsked, Declaration.Generated, Declaration.NotAi];

    public static void Print(IReadOnlyList<ModerationCase> ended)
    {
        var inspected = ended.Where(one => one.Labels is not null).ToLookup(ShowsAi);
        Console.WriteLine(
            $"policy\tAI videos held, of {inspected[true].Count()}: {Names}\tother videos held, of {inspected[false].Count()}: {Names}");
        foreach (var policy in new LoadedPolicies(Options.Create(new PoliciesOptions())).All)
        {
            Console.WriteLine($"{policy.Id}\t{Held(policy, inspected[true])}\t{Held(policy, inspected[false])}");
        }
    }

    private static string Names => string.Join(" / ", Declarations.Select(CamelCase.Name));

    /// <summary>Whether anything but the uploader's word says AI.</summary>
    private static bool ShowsAi(ModerationCase one) =>
        EffectiveOrigin.Of(one.Labels!.Origin, Declaration.NotAsked, Compliance(one), one.AudioLabel)
            is AiOrigin.Confirmed or AiOrigin.Possible or AiOrigin.Suspected;

    private static ExplicitLabelCompliance Compliance(ModerationCase one) =>
        one.ExplicitLabel?.Compliance ?? ExplicitLabelCompliance.NotChecked;

    private static string Held(Policy policy, IEnumerable<ModerationCase> cases) => string.Join(" / ", Declarations.Select(declaration =>
        cases.Count(one => Decide(policy, one, declaration) is DecisionOutcome.Quarantine).ToString(CultureInfo.InvariantCulture)));

    private static DecisionOutcome Decide(Policy policy, ModerationCase one, Declaration declaration) => CaseDecision.Decide(
        policy, one with { Submission = one.Submission with { Declaration = declaration } }, one.Decision!.DecidedAt).Outcome;
}
