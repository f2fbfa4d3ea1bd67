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
          0  every file was read, whatever the verdict
          1  a file could not be read; the others were read
          2  usage error; nothing was read
        """;
}
