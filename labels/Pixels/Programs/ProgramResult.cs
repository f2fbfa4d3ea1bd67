namespace AiLabels.Pixels.Programs;

/// <summary>How a run of an external program ended.</summary>
/// <param name="ExitCode">The program's own code, or 128 and the number of the signal that ended it.</param>
/// <param name="Errors">The last of what it wrote to its standard error. Untrusted: it may quote the file it read.</param>
public sealed record ProgramResult(ProgramEnding Ending, int ExitCode, string Errors)
{
    public bool Succeeded => Ending == ProgramEnding.Exited && ExitCode == 0;

    /// <summary>Code of the limit that ended it, such as <c>limit.cpu</c>; null when none did.</summary>
    public string? Limit => Ending switch
    {
        ProgramEnding.TimeLimit => "limit.time",
        ProgramEnding.CpuLimit => "limit.cpu",
        ProgramEnding.OutputLimit => "limit.output",
        _ => null,
    };
}

public enum ProgramEnding
{
    /// <summary>It ended by itself, well or not.</summary>
    Exited,

    /// <summary>A signal ended it: a crash, or somebody killed it.</summary>
    Killed,

    /// <summary>Killed after <see cref="ProgramLimits.Time"/>.</summary>
    TimeLimit,

    /// <summary>Killed by the kernel after <see cref="ProgramLimits.CpuTime"/>.</summary>
    CpuLimit,

    /// <summary>Killed after <see cref="ProgramLimits.Output"/> bytes.</summary>
    OutputLimit,

    /// <summary>Killed because its output was no longer wanted.</summary>
    Abandoned,
}
