using AiLabels.Reports;
using Microsoft.Extensions.Options;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;

namespace VideoGate.Publishing;

/// <summary>Determines from the evidence which labels can be ordered.</summary>
public sealed class LabelAvailability(EvidenceStore evidence, IOptions<LabellingOptions> options)
{
    public async Task<LabelChoices> ForAsync(ModerationCase reviewed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        var report = await evidence.ReadAsync(reviewed.CaseId, EvidenceFiles.Labels, LabelJson.Default.LabelReport, cancellationToken);
        List<ExplicitChoice> possible = [];
        List<LabelRefusal> refused = [];
        foreach (var choice in Enum.GetValues<ExplicitChoice>())
        {
            if (LabelPlan.Refusal(reviewed, report, new() { Explicit = choice, Text = LabelTexts.Chinese }, options.Value) is { } refusal)
            {
                refused.Add(new(choice, refusal.Code, refusal.Message));
            }
            else
            {
                possible.Add(choice);
            }
        }

        var label = possible is [] ? null : LabelPlan.Label(reviewed, report!, options.Value)?.Label;
        return new(possible, LabelTexts.All, label, report is { Credentials.Integrity: not CredentialIntegrity.None }, refused);
    }
}
