namespace AiLabels.Pixels.Burning.H264;

/// <summary>Messages in a unit of supplemental enhancement information, ISO/IEC 14496-10 clause 7.3.2.3.1.</summary>
internal static class SeiMessages
{
    private const byte DisplayOrientation = 47;
    private const byte Continued = 0xFF;

    /// <summary>Returns true if a message tells players to turn the pictures, clause D.1.27.</summary>
    /// <param name="unit">A NAL unit with its header.</param>
    public static bool Turn(ReadOnlySpan<byte> unit)
    {
        var payload = BitReader.Unescape(unit[1..]);
        for (var at = 0; at + 2 < payload.Length;)
        {
            if (Number(payload, ref at) == DisplayOrientation)
            {
                return true;
            }

            at += Number(payload, ref at);
        }

        return false;
    }

    private static int Number(byte[] payload, ref int at)
    {
        var number = 0;
        while (at < payload.Length && payload[at] == Continued)
        {
            number += payload[at++];
        }

        return at < payload.Length ? number + payload[at++] : number;
    }
}
