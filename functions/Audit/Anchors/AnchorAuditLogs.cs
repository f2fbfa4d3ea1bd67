using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Audit.Anchors;

/// <summary>Anchors the audit logs, on the schedule in <c>AuditAnchor:Schedule</c>.</summary>
public sealed class AnchorAuditLogs(AuditAnchorer anchorer)
{
    [Function(nameof(AnchorAuditLogs))]
    public Task RunAsync([TimerTrigger("%AuditAnchor:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        anchorer.RunAsync(cancellationToken);
}
