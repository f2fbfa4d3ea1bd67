using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace HostApp;

public static class Orchestrations
{
    private const int MaxAttempts = 3;

    /// <summary>Calls <see cref="Work"/> until it succeeds; its output lists the failure of each attempt, then the result.</summary>
    [Function(nameof(Attempts))]
    public static async Task<List<string>> Attempts([OrchestrationTrigger] TaskOrchestrationContext context, WorkRequest request)
    {
        var attempts = new List<string>();
        while (attempts.Count < MaxAttempts)
        {
            try
            {
                attempts.Add(await context.CallActivityAsync<string>(nameof(Work), request));
                break;
            }
            catch (TaskFailedException exception)
            {
                attempts.Add(Describe(exception.FailureDetails));
            }
        }

        return attempts;
    }

    /// <summary>A timer, an external event and a retry policy.</summary>
    [Function(nameof(Steps))]
    public static async Task<string> Steps([OrchestrationTrigger] TaskOrchestrationContext context, WorkRequest request)
    {
        await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
        var said = await context.WaitForExternalEvent<string>("say");
        var done = await context.CallActivityAsync<string>(
            nameof(Work), request, TaskOptions.FromRetryPolicy(new RetryPolicy(5, TimeSpan.FromMilliseconds(100))));
        return $"{said} {done}";
    }

    [Function(nameof(Start))]
    public static async Task<IActionResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orchestrations/{name}")] HttpRequest request, string name,
            [DurableClient] DurableTaskClient client) =>
        new OkObjectResult(
            await client.ScheduleNewOrchestrationInstanceAsync(
                name, await JsonSerializer.DeserializeAsync<WorkRequest>(request.Body, JsonSerializerOptions.Web)));

    [Function(nameof(Say))]
    public static Task Say(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "orchestrations/{id}/say/{what}")] HttpRequest request, string id,
            string what, [DurableClient] DurableTaskClient client) =>
        client.RaiseEventAsync(id, "say", what);

    [Function(nameof(Status))]
    public static async Task<IActionResult> Status(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "orchestrations/{id}")] HttpRequest request, string id,
            [DurableClient] DurableTaskClient client) =>
        await client.GetInstanceAsync(id, getInputsAndOutputs: true) is { } instance
            ? new OkObjectResult(new { status = $"{instance.RuntimeStatus}", output = instance.SerializedOutput })
            : new NotFoundResult();

    private static string Describe(TaskFailureDetails? failure) =>
        failure is null ? "" : $"{failure.ErrorType}: {failure.ErrorMessage} {Describe(failure.InnerFailure)}".Trim();
}
