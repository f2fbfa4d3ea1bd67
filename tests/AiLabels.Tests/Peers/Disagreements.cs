namespace AiLabels.Tests.Peers;

/// <summary>Where another reader says otherwise, who is right, and why.</summary>
internal static class Disagreements
{
    /// <summary>ffprobe is right about the length, and pays for it by reading packets from both ends: nothing in the header of these states it.</summary>
    public static bool StatesNoDuration(ContainerFacts container) => container.Fragmented || container.Format == ContainerFormat.MpegTs;

    /// <summary>ffprobe is right about the size, which stands in the parameter sets of the stream: the program map of MPEG-TS has no field for it.</summary>
    public static bool LeavesSizeToTheDecoder(ContainerFacts container) => container.Format == ContainerFormat.MpegTs;
}
