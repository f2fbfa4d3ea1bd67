using Spectre.Console;

namespace AiLabels.Cli.Terminal;

/// <summary>Shows the progress of writing a large file.</summary>
internal static class ByteProgress
{
    /// <summary>A smaller file finishes before the bar can be read.</summary>
    private const long Large = 64L << 20;

    /// <param name="work">Receives the progress to report bytes to, or null without a terminal.</param>
    public static async Task<T> ShowAsync<T>(IAnsiConsole console, long length, Func<IProgress<long>?, Task<T>> work)
    {
        if (length < Large || !Consoles.IsTerminal(console))
        {
            return await work(null);
        }

        return await console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new DownloadedColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bar(context.AddTask("writing", maxValue: length))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }
}
