using Microsoft.Azure.Functions.Worker;

namespace VideoGate.Audit.Verification;

/// <summary>Continues an unfinished verification every ten minutes.</summary>
public sealed class ContinueAuditVerification(AuditVerifier verifier)
{
    [Function(nameof(ContinueAuditVerification))]
    public Task RunAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        verifier.ContinueAsync(cancellationToken);
}
