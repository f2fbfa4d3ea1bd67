namespace AiLabels.Reading;

/// <summary>
/// Learns how much a jump needs. A walk over a long recording jumps from header to header thousands of times: where they lie far apart, a
/// jump fetches about as much as the last ones used; where they lie close together, a round trip costs more than the bytes between.
/// </summary>
/// <param name="min">Bytes fetched by a jump of which nothing is known yet, and by the first sequential read after one.</param>
/// <param name="max">Maximum number of bytes fetched at once.</param>
/// <param name="maxBytes">Maximum number of bytes of the whole read.</param>
internal sealed class StepPattern(int min, int max, long maxBytes)
{
    /// <summary>One header of every format, with the next one if it follows at once.</summary>
    private const int Shortest = 64;

    /// <summary>Number of equal jumps that make a pattern; an ordinary file has fewer.</summary>
    private const int FarRun = 4;
    private const int NearRun = 24;

    private const int NearGap = 32 << 10;

    /// <summary>Bytes between headers may take this share of all bytes.</summary>
    private const int NearShare = 2;

    private int _readAhead;
    private long _jump;
    private long _used;
    private long _span;
    private int _far;
    private int _near;

    /// <summary>Notes that bytes up to <paramref name="end"/> were needed.</summary>
    public void Use(long end) => _used = Math.Max(_used, end);

    /// <returns>Number of bytes to fetch for a read that begins where the last fetch ended.</returns>
    public int GoOn() => _readAhead = Math.Clamp(_readAhead * 2, min, max);

    /// <param name="offset">Target of the jump.</param>
    /// <param name="windowEnd">End of the last fetch.</param>
    /// <param name="fetched">Number of bytes fetched so far.</param>
    /// <returns>Number of bytes to fetch.</returns>
    public int Jump(long offset, long windowEnd, long fetched)
    {
        var used = Math.Max(0, _used - _jump);
        _span = Math.Max(used + (used / 4), _span - (_span / 8));
        _far = offset > windowEnd && used <= min ? _far + 1 : 0;
        _near = offset > windowEnd && offset - windowEnd <= NearGap ? _near + 1 : 0;
        (_jump, _used) = (offset, offset);
        return _readAhead = _near >= NearRun && fetched < maxBytes / NearShare ? Math.Clamp(_readAhead * 2, min, max)
            : _far >= FarRun ? (int)Math.Clamp(_span, Shortest, min)
            : min;
    }
}
