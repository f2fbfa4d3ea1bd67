namespace AiLabels.Reading;

/// <summary>
/// Learns how much a jump needs. A walk over a long recording jumps from header to header, up to millions of times: where they lie far
/// apart, a jump fetches about as much as the last ones used; where they lie close together, a round trip costs more than the bytes
/// between, and these are read through.
/// </summary>
/// <param name="min">Bytes fetched by a jump of which nothing is known yet, and by the first sequential read after one.</param>
/// <param name="max">Maximum number of bytes fetched at once, except where a file is read through from a slow source.</param>
/// <param name="maxBytes">Maximum number of bytes of the whole read.</param>
internal sealed class StepPattern(int min, int max, long maxBytes)
{
    /// <summary>Maximum number of bytes fetched at once where a file is read through from a slow source.</summary>
    public const int MaxBlock = 4 << 20;

    /// <summary>Longest read of which the time is that of a round trip.</summary>
    private const int Short = 64 << 10;

    /// <summary>One header of every format, with the next one if it follows at once.</summary>
    private const int Shortest = 64;

    /// <summary>Number of equal jumps that make a pattern; an ordinary file has fewer.</summary>
    private const int FarRun = 4;
    private const int NearRun = 24;

    private const int LeastNearGap = 32 << 10;
    private const int MostNearGap = 2 << 20;

    /// <summary>Bytes between headers may take this share of all bytes; from then on each header is fetched alone.</summary>
    private const int NearShare = 2;

    /// <summary>A source below has no round trips to speak of: a local file.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(1);

    /// <summary>Bytes a second that any storage service delivers to one reader.</summary>
    private const double Throughput = 50e6;

    // The shortest of the last ones: the others may have waited for a processor.
    private readonly TimeSpan[] _roundTrips = new TimeSpan[4];
    private int _measured;

    private int _readAhead;
    private long _jump;
    private long _used;
    private long _span;
    private int _far;
    private int _near;
    private bool _isNarrow;

    private TimeSpan RoundTrip => _measured < _roundTrips.Length ? TimeSpan.Zero : _roundTrips.Min();

    private bool IsSlow => RoundTrip >= Slow;

    private bool IsNear => _near >= NearRun;

    private bool IsThrough => IsNear && IsSlow;

    private int NearGap => (int)Math.Clamp(IsSlow ? RoundTrip.TotalSeconds * Throughput : 0, LeastNearGap, MostNearGap);

    /// <summary>Notes that bytes up to <paramref name="end"/> were needed.</summary>
    public void Use(long end) => _used = Math.Max(_used, end);

    /// <summary>Notes how long the source took to deliver bytes.</summary>
    public void Took(TimeSpan time, int bytes)
    {
        if (bytes <= Short)
        {
            _roundTrips[_measured++ % _roundTrips.Length] = time;
        }
    }

    /// <returns>Number of bytes to fetch for a read that begins where the last fetch ended.</returns>
    public Step GoOn() => new(
        _readAhead = Math.Clamp(_readAhead * 2, IsThrough || !_isNarrow ? min : Shortest, IsThrough ? MaxBlock : max), IsThrough);

    /// <param name="offset">Target of the jump.</param>
    /// <param name="windowEnd">End of the last fetch.</param>
    /// <param name="fetched">Number of bytes fetched so far.</param>
    /// <returns>Number of bytes to fetch.</returns>
    public Step Jump(long offset, long windowEnd, long fetched)
    {
        var used = Math.Max(0, _used - _jump);
        _span = Math.Max(used + (used / 4), _span - (_span / 8));
        _far = offset > windowEnd && used <= min ? _far + 1 : 0;
        // One long frame among short ones does not end a pattern.
        _near = offset > windowEnd && offset - windowEnd <= NearGap ? Math.Min(_near + 1, 2 * NearRun) : _near / 2;
        (_jump, _used) = (offset, offset);
        if (IsThrough || (IsNear && fetched < maxBytes / NearShare))
        {
            return GoOn();
        }

        if (IsNear && !_isNarrow)
        {
            // The share is used up. What the wide fetches used says nothing about one header.
            (_isNarrow, _span) = (true, Shortest);
        }

        _readAhead = _isNarrow || _far >= FarRun ? (int)Math.Clamp(_span, Shortest, min) : min;
        return new(_readAhead, IsThrough: false);
    }

    /// <param name="Length">Number of bytes to fetch.</param>
    /// <param name="IsThrough">Whether they are media that a slow source makes cheaper to read than to step over.</param>
    internal readonly record struct Step(int Length, bool IsThrough);
}
