using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Audit.Verification;

/// <summary>Verifies every audit log against its case, on the schedule in <c>AuditVerification:Schedule</c>.</summary>
public sealed class VerifyAuditLogs(AuditVerifier verifier)
{
    [Function(nameof(VerifyAuditLogs))]
    public Task RunAsync([TimerTrigger("%AuditVerification:Schedule%")] TimerInfo timer, CancellationToken cancellationToken) =>
        verifier.BeginAsync(cancellationToken);
}

/// <summary>Goes on, every ten minutes, with a verification that was cut off or has taken its time.</summary>
public sealed class ContinueAuditVerification(AuditVerifier verifier)
{
    [Function(nameof(ContinueAuditVerification))]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        verifier.ContinueAsync(cancellationToken);
}
