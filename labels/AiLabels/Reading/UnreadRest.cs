namespace AiLabels.Reading;

/// <summary>What a limit left unread of a file in which one part follows another up to its end, so that it is most likely whole.</summary>
/// <param name="Start">Offset of the first part that was not read.</param>
internal sealed record UnreadRest(int Parts, long Start)
{
    /// <summary>Maximum number of parts that are counted: more say no more.</summary>
    private const int MaxParts = 100_000;

    /// <param name="position">Offset of the first part that was not read.</param>
    /// <param name="ends">Ends of the parts that are open, the innermost first.</param>
    /// <param name="next">Returns the end of the part at an offset within an end; null if it is damaged or cut.</param>
    /// <returns>Null if the rest is damaged, or is too long to say.</returns>
    public static async ValueTask<UnreadRest?> CountAsync(
        long position, IEnumerable<long> ends, Func<long, long, ValueTask<long?>> next)
    {
        var start = position;
        var parts = 0;
        try
        {
            foreach (var end in ends)
            {
                for (; position < end; parts++)
                {
                    if (parts == MaxParts || await next(position, end) is not { } following || following <= position)
                    {
                        return null;
                    }

                    position = following;
                }
            }
        }
        catch (LimitReachedException)
        {
            return null;
        }

        return new(parts, start);
    }

    public override string ToString() => $"The file is most likely whole; {Parts} boxes from byte {Start} on were not read.";
}
