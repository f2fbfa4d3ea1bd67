using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Audit.Verification;

/// <summary>Goes on, every ten minutes, with a verification that was cut off or has taken its time.</summary>
public sealed class ContinueAuditVerification(AuditVerifier verifier)
{
    [Function(nameof(ContinueAuditVerification))]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        verifier.ContinueAsync(cancellationToken);
}
