using System.Net.Http.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Worker.Tests.Support;

namespace Worker.Tests.Durable;

public sealed class DurableFunctionTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Orchestration_StartedOverHttp_CallsItsActivitiesAndEnds()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions)));

        var greeting = await app.Http.GetFromJsonAsync<string>("/api/greet/Ann");

        Assert.Equal("Hello Ann, number 7 in Development", greeting);
    }

    [Fact]
    public async Task Middleware_OfADurableApp_RunsAroundEveryKindOfFunction()
    {
        var seen = new HashSet<string>();
        var builder = RunningApp.Builder(_folder.Path, null, typeof(Functions));
        builder.UseMiddleware((context, next) =>
        {
            lock (seen)
            {
                seen.Add(context.FunctionDefinition.InputBindings.Values.First(binding => binding.Type.EndsWith("Trigger", StringComparison.Ordinal)).Type);
            }

            return next();
        });
        await using var app = await RunningApp.StartAsync(builder);

        await app.Http.GetStringAsync(new Uri("/api/greet/Ann", UriKind.Relative));

        Assert.Equal(["activityTrigger", "httpTrigger", "orchestrationTrigger"], seen.Order());
    }

    [Fact]
    public async Task Activity_ThatThrows_FailsTheOrchestrationWithItsException()
    {
        await using var app = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions)));

        var outcome = await app.Http.GetFromJsonAsync<string>("/api/greet/nobody");

        Assert.Equal("Task 'Compose' (#0) failed with an unhandled exception: Nobody is there.", outcome);
    }

    [Fact]
    public async Task Orchestration_RunningWhenTheHostStops_EndsAfterTheNextStart()
    {
        await using (var app = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions))))
        {
            using var started = await app.Http.PostAsync(new Uri("/api/wait/one", UriKind.Relative), null);
            started.EnsureSuccessStatusCode();
        }

        await using var restarted = await RunningApp.StartAsync(RunningApp.Builder(_folder.Path, null, typeof(Functions)));
        using var approved = await restarted.Http.PostAsync(new Uri("/api/approve/one", UriKind.Relative), null);

        Assert.Equal("\"approved\"", await approved.Content.ReadFromJsonAsync<string>());
    }

    public sealed record Greeting(string Name, int Number);

    public sealed class Functions(IHostEnvironment environment)
    {
        [Function(nameof(Greet))]
        public static async Task<IResult> Greet(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "greet/{name}")] HttpRequest request,
            [DurableClient] DurableTaskClient client,
            string name)
        {
            var id = await client.ScheduleNewOrchestrationInstanceAsync(nameof(Orchestrate), new Greeting(name, 7), request.HttpContext.RequestAborted);
            var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
            return Results.Ok(ended.FailureDetails?.ErrorMessage ?? ended.ReadOutputAs<string>());
        }

        [Function(nameof(Orchestrate))]
        public static Task<string> Orchestrate([OrchestrationTrigger] TaskOrchestrationContext context, Greeting greeting) =>
            context.CallActivityAsync<string>(nameof(Compose), greeting);

        [Function(nameof(Compose))]
        public string Compose([ActivityTrigger] Greeting greeting) =>
            greeting.Name == "nobody"
                ? throw new InvalidOperationException("Nobody is there.")
                : $"Hello {greeting.Name}, number {greeting.Number} in {environment.EnvironmentName}";

        [Function(nameof(StartWaiting))]
        public static async Task<IResult> StartWaiting(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "wait/{id}")] HttpRequest request,
            [DurableClient] DurableTaskClient client,
            string id)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(Wait), new StartOrchestrationOptions(id), request.HttpContext.RequestAborted);
            await client.WaitForInstanceStartAsync(id, request.HttpContext.RequestAborted);
            return Results.Accepted();
        }

        [Function(nameof(Wait))]
        public static Task<string> Wait([OrchestrationTrigger] TaskOrchestrationContext context) => context.WaitForExternalEvent<string>("decision");

        [Function(nameof(Approve))]
        public static async Task<IResult> Approve(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "approve/{id}")] HttpRequest request,
            [DurableClient] DurableTaskClient client,
            string id)
        {
            await client.RaiseEventAsync(id, "Decision", "approved");
            var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, request.HttpContext.RequestAborted);
            return Results.Ok(ended.SerializedOutput);
        }
    }
}
