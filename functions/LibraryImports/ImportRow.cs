using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.LibraryImports;

/// <summary>A line of the report of an import.</summary>
/// <param name="Outcome">Outcome of the policies, such as <c>publishWithNotice</c>; null if they did not decide.</param>
/// <param name="Reason">Reason code of the policies; null if they did not decide.</param>
/// <param name="Notices">Jurisdiction and kind of each notice.</param>
/// <param name="Label">The label that the laws ask for; null if they ask for none.</param>
/// <param name="State">State of the case; null without one.</param>
/// <param name="Name">Blob name of a file without a case; a case has the name of its video, and forgets it if it is erased.</param>
internal sealed record ImportRow(
    string CaseId, ImportChange Change, string? Outcome = null, string? Reason = null, string? Notices = null, string? Label = null,
    CaseState? State = null, string? Name = null)
{
    /// <param name="quarantine">Whether the import quarantines.</param>
    public static ImportRow Of(ModerationCase judged, bool quarantine) => judged.Decision is not { } decision
        ? new(judged.CaseId, judged.State is CaseState.Superseded or CaseState.Lost ? ImportChange.Replaced : ImportChange.Failed,
            State: judged.State)
        : new(
            judged.CaseId,
            ChangeOf(judged, decision, quarantine),
            CamelCase.Name(decision.Outcome),
            judged.QuarantineReason,
            string.Join(' ', decision.Notices.Select(notice => $"{notice.Jurisdiction ?? "house"}:{CamelCase.Name(notice.Kind)}")),
            LabelOrder.RequiredBy(decision) is { } order ? $"{CamelCase.Name(order.Explicit)} {order.Text}".TrimEnd() : null,
            judged.State);

    private static ImportChange ChangeOf(ModerationCase judged, Decision decision, bool quarantine) => judged switch
    {
        { State: CaseState.Superseded or CaseState.Lost } => ImportChange.Replaced,
        { Withheld: not null } => quarantine ? ImportChange.Quarantine : ImportChange.Review,
        _ when decision.Outcome is DecisionOutcome.Quarantine => quarantine ? ImportChange.Quarantine : ImportChange.Review,
        _ when LabelOrder.RequiredBy(decision) is not null => ImportChange.Label,
        _ => decision.Notices.Count > 0 ? ImportChange.Notice : ImportChange.None,
    };
}
