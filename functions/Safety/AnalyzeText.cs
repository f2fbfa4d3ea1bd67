using Microsoft.Azure.Functions.Worker;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Cases.Uploads;
using VideoGate.Policies;
using VideoGate.Storage;

namespace VideoGate.Safety;

/// <summary>
/// Analyzes all texts of the upload with Content Safety: title, description, file name, and the text recognized in the picture.
/// </summary>
public sealed class AnalyzeText(CaseStore cases, PolicyArchive policies, EvidenceStore evidence, SafetyAnalyzer analyzer)
{
    /// <exception cref="StorageOutageException">Storage does not respond; neither the video nor Content Safety is at fault.</exception>
    [Function(nameof(AnalyzeText))]
    public Task<SafetyCheck> RunAsync([ActivityTrigger] string caseId, CancellationToken cancellationToken) =>
        StorageOutage.TranslateAsync(
            $"The texts of case {caseId} could not be read or their results stored.", () => CheckAsync(caseId, cancellationToken));

    private async Task<SafetyCheck> CheckAsync(string caseId, CancellationToken cancellationToken)
    {
        var opened = (await cases.RequireAsync(caseId, cancellationToken)).Case;
        if ((await policies.GetAsync(opened.Policy, cancellationToken)).Safety is not { } policy)
        {
            return SafetyCheck.NotAsked;
        }

        var recognized = await evidence.ReadAsync(caseId, EvidenceFiles.RecognizedText, cancellationToken);
        var earlier = await evidence.ReadAsync(caseId, EvidenceFiles.TextSafety, SafetyJson.Default.TextSafety, cancellationToken);
        var frames = await evidence.ReadAsync(caseId, EvidenceFiles.FrameSafety, SafetyJson.Default.FrameSafety, cancellationToken);
        List<TextResult> verdicts = [.. earlier?.Parts ?? []];
        TextPart[] parts = [.. Parts(opened, recognized?.ToString())];
        var calls = CallBudget.ForTexts(policy.MaxCalls, frames?.Frames.Count ?? 0);
        var failure = await JudgeAsync(parts.Take(calls), policy.Blocklists, verdicts, cancellationToken);
        await evidence.WriteAsync(
            caseId, EvidenceFiles.TextSafety, new TextSafety(verdicts, failure?.Message), SafetyJson.Default.TextSafety, cancellationToken);
        return Summarize(verdicts, policy, failure) with { LeftOut = Math.Max(0, parts.Length - calls) };
    }

    /// <returns>What ended the analysis early, or null if every part was analyzed.</returns>
    private async Task<SafetyUnavailableException?> JudgeAsync(
        IEnumerable<TextPart> parts, IReadOnlyList<string> blocklists, List<TextResult> verdicts, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var part in parts.Where(part => !verdicts.Any(known => (known.Text, known.Part) == (part.Text, part.Number))).ToList())
            {
                verdicts.Add(await JudgeAsync(part, blocklists, cancellationToken));
            }

            return null;
        }
        catch (SafetyUnavailableException failure)
        {
            return failure;
        }
    }

    private async Task<TextResult> JudgeAsync(TextPart part, IReadOnlyList<string> blocklists, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await analyzer.AnalyzeAsync(part.Content, blocklists, cancellationToken);
            return new(part.Text, part.Number, answer.Severities, answer.Blocklists);
        }
        catch (SafetyRefusedException refusal)
        {
            return new(part.Text, part.Number, Severities: null, [], refusal.Message);
        }
    }

    private static IEnumerable<TextPart> Parts(ModerationCase opened, string? recognized)
    {
        (string Text, string? Content)[] texts =
        [
            ("title", opened.Submission.Title),
            ("description", opened.Submission.Description),
            ("fileName", FileName(opened.Upload.Name)),
            ("recognized", recognized),
        ];
        return from text in texts
               where !string.IsNullOrWhiteSpace(text.Content)
               from part in TextParts.Split(text.Content).Index()
               select new TextPart(text.Text, part.Index + 1, part.Item);
    }

    /// <summary>Gets the file name without the upload id that the app prepended.</summary>
    private static string FileName(string blobName) =>
        Submissions.UploadIdOf(blobName) is { } uploadId ? blobName[(uploadId.Length + 1)..] : blobName;

    private static SafetyCheck Summarize(List<TextResult> verdicts, SafetyPolicy policy, SafetyUnavailableException? failure)
    {
        TextResult[] judged = [.. verdicts.Where(verdict => verdict.Severities is not null)];
        var hits = judged.SelectMany(verdict => verdict.Severities!.Reaching(policy.Thresholds)
            .Select(reached => new SafetyHit(reached.Category, reached.Severity, Text: verdict.Text))
            .Concat(verdict.Blocklists.Select(list => new SafetyHit(UnsafeCategory.Blocklist, Text: verdict.Text, Blocklist: list))));
        return SafetyCheck.Of([.. judged.Select(verdict => verdict.Severities!)], hits, SafetyOutage.Of(failure, policy)) with
        {
            Refused = verdicts.Count - judged.Length,
        };
    }

    private sealed record TextPart(string Text, int Number, string Content);
}
