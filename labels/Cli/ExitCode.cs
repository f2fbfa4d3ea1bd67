namespace AiLabels.Cli;

/// <summary>Exit codes of the command.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int SomeFileFailed = 1;
    public const int WrongUsage = 2;
    public const int Interrupted = 130;

    public const string Help = """
        Exit codes:
          0  every file was read, whatever it says
          1  some file could not be read; the others were
          2  wrong usage; nothing was read
        """;
}
