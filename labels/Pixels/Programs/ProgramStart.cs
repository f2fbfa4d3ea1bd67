using System.Diagnostics;
using System.Net.Sockets;
using AiLabels.Pixels.Programs.Kernel;

namespace AiLabels.Pixels.Programs;

/// <summary>What <see cref="ProgramStarter"/> starts.</summary>
internal sealed record ProgramStart
{
    /// <summary>Command line, given the descriptor of <see cref="InheritedFilter"/>.</summary>
    public required Func<int?, ProcessStartInfo> Info { get; init; }

    /// <summary>Applied to the thread that starts, so that the program has it from its first instruction.</summary>
    public SystemCallFilter? ThreadFilter { get; init; }

    /// <summary>Inherited as a file, for a program that applies it itself.</summary>
    public SystemCallFilter? InheritedFilter { get; init; }

    /// <summary>Receives our end of each connection; null if the program gets none.</summary>
    public Action<Socket>? Connected { get; init; }
}
