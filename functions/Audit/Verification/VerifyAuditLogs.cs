using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Audit.Verification;

/// <summary>Verifies every audit log against its case, on the schedule in <c>AuditVerification:Schedule</c>.</summary>
public sealed class VerifyAuditLogs(AuditVerifier verifier)
{
    [Function(nameof(VerifyAuditLogs))]
    public Task RunAsync([TimerTrigger("%AuditVerification:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        verifier.BeginAsync(cancellationToken);
}
