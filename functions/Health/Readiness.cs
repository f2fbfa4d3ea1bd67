namespace VideoGate.Health;

/// <summary>Runs all health checks, at most once per <see cref="Lifetime"/> for any number of callers.</summary>
public sealed class Readiness(
    HostProbe host, StorageProbe storage, DurableProbe durable, ProgramProbe programs, TrustListProbe trustLists, PolicyProbe policies,
    SigningProbe signing, ClockProbe clock, AuditProbe audit, TimeProvider time) : IDisposable
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _asking = new(1);
    private HealthReport? _last;

    internal async Task<HealthReport> AskAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } known)
        {
            return known;
        }

        await _asking.WaitAsync(cancellationToken);
        try
        {
            return Fresh() ?? (_last = HealthReport.Of(await CheckAsync(), time.GetUtcNow()));
        }
        finally
        {
            _asking.Release();
        }
    }

    private HealthReport? Fresh() => _last is { } last && time.GetUtcNow() - last.CheckedAt < Lifetime ? last : null;

    // Not the caller's token: other callers share this result. Every probe limits its own time.
    private async Task<IReadOnlyList<HealthCheck>> CheckAsync()
    {
        var checks = await Task.WhenAll(
            storage.CheckAsync(), durable.CheckAsync(), programs.CheckAsync(), trustLists.CheckAsync());
        return
        [
            host.Check(), .. checks.SelectMany(check => check), DiskCheck.Check(), policies.Check(),
            signing.Check(), clock.Check(), audit.Check(),
        ];
    }

    public void Dispose() => _asking.Dispose();
}
