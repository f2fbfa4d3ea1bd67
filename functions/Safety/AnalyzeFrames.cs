using System.Collections.Concurrent;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Policies;
using VideoGate.Storage;

namespace VideoGate.Safety;

/// <summary>Analyzes the distinct frames of a case with Content Safety, within the call budget of its policy.</summary>
public sealed class AnalyzeFrames(
    CaseStore cases, PolicyArchive policies, EvidenceStore evidence, SafetyAnalyzer analyzer, IOptions<ContentSafetyOptions> options)
{
    // The service's limit per image.
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <exception cref="StorageOutageException">Storage does not respond; neither the video nor Content Safety is at fault.</exception>
    [Function(nameof(AnalyzeFrames))]
    public Task<SafetyCheck> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        StorageOutage.TranslateAsync(
            $"The frames of case {caseId} could not be read or their results stored.", () => CheckAsync(caseId, cancellationToken));

    private async Task<SafetyCheck> CheckAsync(string caseId, CancellationToken cancellationToken)
    {
        var opened = (await cases.RequireAsync(caseId, cancellationToken)).Case;
        if ((await policies.GetAsync(opened.Policy, cancellationToken)).Safety is not { } policy
            || await evidence.ReadAsync(
                caseId, EvidenceFiles.Frames, EvidenceJson.Default.FrameEvidence, cancellationToken) is not { } sampled)
        {
            return SafetyCheck.NotAsked;
        }

        var chosen = CallBudget.Spread(sampled.Frames, policy.MaxCalls - CallBudget.Texts);
        var earlier = await evidence.ReadAsync(caseId, EvidenceFiles.FrameSafety, SafetyJson.Default.FrameSafety, cancellationToken);
        var verdicts = new ConcurrentDictionary<int, FrameResult>((earlier?.Frames ?? []).ToDictionary(verdict => verdict.Frame));
        var failure = await JudgeAsync(caseId, [.. chosen.Where(frame => !verdicts.ContainsKey(frame.Id))], verdicts, cancellationToken);

        var known = new FrameSafety(
            [.. verdicts.Values.OrderBy(verdict => verdict.Frame)], [.. sampled.Frames.Except(chosen).Select(frame => frame.Id)],
            failure?.Message);
        await evidence.WriteAsync(caseId, EvidenceFiles.FrameSafety, known, SafetyJson.Default.FrameSafety, cancellationToken);
        return Summarize(known, policy, failure);
    }

    /// <returns>What ended the analysis early, or null if every frame was analyzed.</returns>
    private async Task<SafetyUnavailableException?> JudgeAsync(
        string caseId, IReadOnlyList<SampledFrame> frames, ConcurrentDictionary<int, FrameResult> verdicts,
        CancellationToken cancellationToken)
    {
        var parallel =
            new ParallelOptions { MaxDegreeOfParallelism = options.Value.MaxParallelCalls, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(
                frames, parallel, async (frame, token) => verdicts[frame.Id] = await JudgeAsync(caseId, frame, token));
            return null;
        }
        catch (SafetyUnavailableException failure)
        {
            return failure;
        }
    }

    private async Task<FrameResult> JudgeAsync(string caseId, SampledFrame frame, CancellationToken cancellationToken)
    {
        var picture = await evidence.ReadAsync(caseId, EvidenceFiles.Frame(frame.Id), cancellationToken)
            ?? throw new InvalidOperationException($"Frame {frame.Id} of case {caseId} is not in its evidence.");
        if (picture.ToMemory().Length > MaxBytes)
        {
            return new(frame.Id, frame.Seconds, Severities: null, "The picture is larger than 4 MB.");
        }

        try
        {
            return new(frame.Id, frame.Seconds, await analyzer.AnalyzeAsync(picture, cancellationToken));
        }
        catch (SafetyRefusedException refusal)
        {
            return new(frame.Id, frame.Seconds, Severities: null, refusal.Message);
        }
    }

    private static SafetyCheck Summarize(FrameSafety known, SafetyPolicy policy, SafetyUnavailableException? failure)
    {
        FrameResult[] judged = [.. known.Frames.Where(verdict => verdict.Severities is not null)];
        var hits =
            from verdict in judged
            from reached in verdict.Severities!.Reaching(policy.Thresholds)
            select new SafetyHit(reached.Category, reached.Severity, verdict.Frame, verdict.Seconds);
        return SafetyCheck.Of([.. judged.Select(verdict => verdict.Severities!)], hits, SafetyOutage.Of(failure, policy)) with
        {
            LeftOut = known.LeftOut.Count,
            Refused = known.Frames.Count - judged.Length,
        };
    }
}
