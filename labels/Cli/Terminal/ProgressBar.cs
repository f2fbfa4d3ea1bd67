using Spectre.Console;

namespace AiLabels.Cli.Terminal;

/// <summary>Shows the progress of a sequence.</summary>
internal static class ProgressBar
{
    /// <param name="console">Null for no bar.</param>
    public static async Task FollowAsync<T>(IAnsiConsole? console, int count, IAsyncEnumerable<T> items, Action<T> use)
    {
        if (console is null)
        {
            await UseAsync(static () => { });
            return;
        }

        await console.Progress()
            .AutoClear(true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var done = 0;
                var task = context.AddTask($"0 of {count} files", maxValue: count);
                await UseAsync(() =>
                {
                    task.Increment(1);
                    task.Description = $"{++done} of {count} files";
                });
            });

        async Task UseAsync(Action step)
        {
            await foreach (var item in items)
            {
                use(item);
                step();
            }
        }
    }
}
