using AiLabels.Reports;
using VideoGate.Access;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;

namespace VideoGate.Declarations;

/// <summary>Rules of a declaration that is changed after the upload. Pure.</summary>
internal static class DeclarationRules
{
    /// <summary>Changes kept, and possible, for one case.</summary>
    private const int MostChanges = 20;

    /// <summary>Changes the declaration with a record, and decides again if the case was decided.</summary>
    /// <param name="policies">All that decide the case, its own first.</param>
    /// <param name="hasCode">Whether the platform has a code, which labels in metadata name.</param>
    public static TransitionResult Change(
        StoredCase current, DeclarationChange asked, Caller caller, IReadOnlyList<Policy> policies, DateTimeOffset now, bool hasCode = true)
    {
        var known = current.Case;
        var byUploader = known.Submission.Uploader == caller.Subject;
        if (!byUploader && !caller.IsStaff)
        {
            return ReviewGuards.Reject(Problems.NotFound.Because("There is no such case, or it belongs to another uploader."));
        }

        var submission = asked.Apply(known.Submission);
        if (submission == known.Submission)
        {
            return new TransitionResult.Unchanged();
        }

        return Refuse(known, submission, byUploader) ?? new TransitionResult.Applied(
            Redecide(known, Changed(known, submission, asked, byUploader, caller, now), policies, now, hasCode));
    }

    private static TransitionResult? Refuse(ModerationCase known, Submission next, bool byUploader) => known switch
    {
        { State: not (CaseState.Inspecting or CaseState.Quarantined or CaseState.Published) } =>
            ReviewGuards.Reject(Problems.DeclarationFinal.Because($"The case is {CamelCase.Name(known.State)}.")),
        { State: CaseState.Quarantined, Review: not { AwaitsReturn: false, Decision: null } } =>
            ReviewGuards.Reject(Problems.DeclarationFinal.Because("A decision about the video is being carried out; try again later.")),
        { PastDeclarations.Count: >= MostChanges } =>
            ReviewGuards.Reject(Problems.DeclarationFinal.Because($"It was changed {MostChanges} times.")),
        { Decision: not null } when byUploader && IsWeaker(known.Submission, next) =>
            ReviewGuards.Reject(Problems.DeclarationFinal.Because("The decision is based on the stronger declaration.")),
        _ => null,
    };

    /// <summary>Gets whether the declaration asks less of the video than before. Who was not asked may say anything.</summary>
    private static bool IsWeaker(Submission before, Submission next) => before.Declaration is not Declaration.NotAsked
        && (Rank(next.Declaration) < Rank(before.Declaration)
            || (next.Declaration == before.Declaration && Rank(next.EditKind) < Rank(before.EditKind))
            || (next.Realism is Realism.Evident && before.Realism is not Realism.Evident));

    private static int Rank(Declaration declaration) => declaration is Declaration.RealCapture ? (int)Declaration.NotAi : (int)declaration;

    private static int Rank(EditKind kind) => kind is EditKind.Unknown ? (int)EditKind.Substantial : (int)kind;

    private static ModerationCase Changed(
        ModerationCase known, Submission next, DeclarationChange asked, bool byUploader, Caller caller, DateTimeOffset now)
    {
        var before = known.Submission;
        var number = known.PastDeclarations.Count + 1;
        return known with
        {
            Submission = next,
            PastDeclarations = [.. known.PastDeclarations, new(before.Declaration, before.EditKind, before.Realism, byUploader, now)],
            Unlogged =
            [
                new CaseEvent(
                    $"{AuditEventTypes.DeclarationChanged.Name}:{number}", AuditEventTypes.DeclarationChanged.Name,
                    byUploader ? before.Pseudonym ?? caller.Subject : caller.Subject, new Dictionary<string, string>
                    {
                        ["from"] = CamelCase.Name(before.Declaration),
                        ["declaration"] = CamelCase.Name(next.Declaration),
                        ["editKind"] = CamelCase.Name(next.EditKind),
                        ["realism"] = CamelCase.Name(next.Realism),
                        ["note"] = asked.Note ?? "",
                    }),
            ],
        };
    }

    private static ModerationCase Redecide(
        ModerationCase known, ModerationCase changed, IReadOnlyList<Policy> policies, DateTimeOffset now, bool hasCode)
    {
        if (known.Decision is null)
        {
            return changed;
        }

        var decision = CaseDecision.Decide(policies, changed, now);
        var decided = changed with
        {
            Decision = decision,
            Unlogged =
            [
                .. changed.Unlogged,
                new CaseEvent(
                    $"{AuditEventTypes.Decided.Name}:{changed.PastDeclarations.Count}", AuditEventTypes.Decided.Name, Actors.Policy,
                    DecisionData.Of(decision)),
            ],
        };
        var why = new Redecision($"declaration{changed.PastDeclarations.Count}", RoundEnding.Redeclared, HasCode: hasCode);
        return RedecidedCase.Of(known, decided, policies[0].Review, why, now);
    }
}
