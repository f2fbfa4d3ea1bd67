using System.Globalization;
using Local.Durable.Engine;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;

namespace DurableTask.Tests.Crash;

/// <summary>What <see cref="KillTests"/> runs in a process of its own, to be killed: the test assembly started as a program.</summary>
internal static class KilledProcess
{
    public const int Instances = 300;

    /// <summary>Starts what has not been started by an earlier process, reports each line of progress, and ends when everything has.</summary>
    public static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var database])
        {
            await Console.Error.WriteLineAsync("usage: DurableTask.Tests <database>");
            return 2;
        }

        await using var engine = new DurableEngine(new() { DatabasePath = database }, TimeProvider.System, NullLoggerFactory.Instance);
        engine.Activities["AddOne"] = (call, _) => Task.FromResult<object?>((int)call.ReadInput(typeof(int))! + 1);
        engine.Orchestrators["Chain"] = async context =>
        {
            var value = 0;
            for (var i = 0; i < 5; i++)
            {
                value = await context.CallActivityAsync<int>("AddOne", value);
            }

            return value;
        };
        await engine.StartAsync(CancellationToken.None);
        Console.WriteLine("started");

        var client = engine.CreateClient();
        var once = new StartOrchestrationOptions().WithDedupeStatuses([.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses]);
        for (var i = 0; i < Instances; i++)
        {
            try
            {
                await client.ScheduleNewOrchestrationInstanceAsync("Chain", once with { InstanceId = Id(i) });
                Console.WriteLine(Id(i));
            }
            catch (Core.Exceptions.OrchestrationAlreadyExistsException)
            {
                // An earlier process started it.
            }
        }

        for (var i = 0; i < Instances; i++)
        {
            await client.WaitForInstanceCompletionAsync(Id(i));
        }

        await engine.StopAsync(CancellationToken.None);
        Console.WriteLine("ended");
        return 0;
    }

    public static string Id(int instance) => string.Create(CultureInfo.InvariantCulture, $"chain-{instance:000}");
}
