using VideoGate.Cases;

namespace VideoGate.Intake;

/// <summary>
/// Waits for an upload to come to an end. A waiting request holds no thread and reads storage ever more rarely; a process has a limited
/// number of them, and answers at once beyond it.
/// </summary>
public sealed class UploadWait(TimeProvider time)
{
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private const int MostWaiting = 200;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);

    private int _waiting;

    /// <summary>Reads until the upload has ended, waits for a person, or the time is over.</summary>
    internal async Task<UploadView?> ForAsync(
        Func<CancellationToken, Task<UploadView?>> read, TimeSpan wait, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        var began = time.GetTimestamp();
        var shown = await read(cancellationToken);
        if (wait <= TimeSpan.Zero || Volatile.Read(ref _waiting) >= MostWaiting)
        {
            return shown;
        }

        Interlocked.Increment(ref _waiting);
        try
        {
            for (var pause = FirstPause; shown is not null && !HasEnded(shown); pause = Longer(pause))
            {
                var left = wait - time.GetElapsedTime(began);
                if (left <= TimeSpan.Zero)
                {
                    break;
                }

                await Task.Delay(pause < left ? pause : left, time, cancellationToken);
                shown = await read(cancellationToken);
            }

            return shown;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Gets whether waiting longer brings nothing but a person's decision.</summary>
    internal static bool HasEnded(UploadView shown) => shown.State is UploadState.Expired or UploadState.Refused
        || shown.Case is { State: not CaseState.Inspecting };

    private static TimeSpan Longer(TimeSpan pause) => pause * 1.5 < LongestPause ? pause * 1.5 : LongestPause;
}
