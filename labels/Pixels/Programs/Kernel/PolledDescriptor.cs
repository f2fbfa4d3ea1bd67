using System.Runtime.InteropServices;

namespace AiLabels.Pixels.Programs.Kernel;

/// <summary><c>struct pollfd</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PolledDescriptor
{
    public int Descriptor;
    public short Events;
    public short Occurred;
}
