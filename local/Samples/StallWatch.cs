namespace VideoGate.Local.Samples;

/// <summary>
/// Notices that nothing moves: for two minutes no video changed its stage, no byte was uploaded, and the app's processes used next to no CPU time.
/// One long decoding changes no stage for minutes, but it works.
/// </summary>
/// <param name="cpuTime">The CPU time that the app's processes have used.</param>
internal sealed class StallWatch(TimeProvider time, Func<TimeSpan> cpuTime)
{
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    // Of one processor. An app without work polls its queues and answers questions with less.
    private const double IdleShare = 0.2;

    private DateTimeOffset _moved = time.GetUtcNow();
    private DateTimeOffset _windowBegan = time.GetUtcNow();
    private TimeSpan _cpuBefore = cpuTime();
    private long _changesBefore;

    /// <param name="changes">Differs from the one before if anything moved.</param>
    public bool IsStalled(long changes)
    {
        var now = time.GetUtcNow();
        if (changes != _changesBefore)
        {
            _changesBefore = changes;
            _moved = now;
        }

        if (now - _windowBegan >= Window)
        {
            var cpu = cpuTime();
            if (cpu - _cpuBefore >= IdleShare * (now - _windowBegan))
            {
                _moved = now;
            }

            (_cpuBefore, _windowBegan) = (cpu, now);
        }

        return now - _moved >= Limit;
    }
}
