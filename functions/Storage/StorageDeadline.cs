namespace VideoGate.Storage;

/// <summary>The time that storage has to answer the current HTTP request; activities, which may copy for hours, have none.</summary>
/// <remarks>Flows with the request, so that no store has to pass it on.</remarks>
public sealed class StorageDeadline
{
    private static readonly AsyncLocal<StorageDeadline?> Flowing = new();

    private readonly TimeSpan _limit;
    private readonly bool _isForEachCall;
    private readonly Func<bool> _isLifted;
    private readonly TimeProvider _time;
    private readonly long _began;

    private StorageDeadline(TimeSpan limit, bool isForEachCall, Func<bool> isLifted, TimeProvider time)
    {
        (_limit, _isForEachCall, _isLifted, _time) = (limit, isForEachCall, isLifted, time);
        _began = time.GetTimestamp();
    }

    internal static StorageDeadline? Current => Flowing.Value;

    /// <summary>Starts a deadline for everything that the caller awaits from now on.</summary>
    /// <param name="isForEachCall">Restarts with each storage call: for requests that make many.</param>
    /// <param name="isLifted">Whether it no longer applies because the response has started: a long download is not aborted.</param>
    public static void Begin(TimeSpan limit, bool isForEachCall, Func<bool> isLifted, TimeProvider time) =>
        Flowing.Value = new(limit, isForEachCall, isLifted, time);

    /// <summary>Gives each call that the caller awaits from now on the time of the request: for work that several requests share.</summary>
    public static void ContinueForEachCall()
    {
        if (Current is { } current)
        {
            Begin(current._limit, isForEachCall: true, static () => false, current._time);
        }
    }

    /// <summary>Gets the time left for a call that began at <paramref name="callBegan"/>; null if there is no limit.</summary>
    internal TimeSpan? Remaining(long callBegan) => _isLifted()
        ? null
        : _limit - _time.GetElapsedTime(_isForEachCall ? callBegan : _began);

    internal long Now() => _time.GetTimestamp();
}
