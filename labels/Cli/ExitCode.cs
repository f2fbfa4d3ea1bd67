namespace AiLabels.Cli;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeFileFailed = 1;
    public const int WrongUsage = 2;
    public const int Reached = 3;
    public const int Inconclusive = 4;
    public const int Interrupted = 130;

    /// <summary>Commands that read one file.</summary>
    public const string Help = """
        Exit codes:
          0    the file was read
          1    it could not be read, or is not a video
          2    usage error; nothing was read
          130  interrupted
        """;

    /// <summary>Commands that report on files.</summary>
    public const string ReportHelp = """
        Exit codes, the first that applies of 130, 2, 3, 1, 4 and 0:
          0    every file was read, whatever the verdict
          1    a file could not be read or is not a video; the others were read
          2    usage error; nothing was read
          3    with --fail-on: a file has that verdict or a stronger one
          4    with --fail-on: a file is inconclusive
          130  interrupted
        """;
}
