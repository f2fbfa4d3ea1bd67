namespace AiLabels.Pixels.Burning.H264;

/// <summary>Meaning of the colours, ISO/IEC 14496-10 clause E.2.1; the numbers are those of ISO/IEC 23091-2.</summary>
internal sealed record Colours(bool IsFullRange, uint Primaries, uint Transfer, uint Matrix)
{
    public const uint Pq = 16;
    public const uint Hlg = 18;
    private const uint NotSpecified = 2;

    public static Colours Unspecified { get; } = new(false, NotSpecified, NotSpecified, NotSpecified);

    /// <summary>High dynamic range: a label would be grey on grey.</summary>
    public bool IsHighRange => Transfer is Pq or Hlg;

    public static Colours Read(BitReader bits)
    {
        bits.Bits(3); // video_format
        var range = bits.Flag();
        return bits.Flag()
            ? new(range, bits.Bits(8), bits.Bits(8), bits.Bits(8))
            : Unspecified with { IsFullRange = range };
    }
}
