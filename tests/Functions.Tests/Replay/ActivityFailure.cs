using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask.Protobuf;

namespace VideoGate.Tests.Replay;

/// <summary>
/// Failures of activities, in the form in which the Durable extension 3.19 reports them (CallActivityAsync and GetFailureDetails in
/// OutOfProcMiddleware.cs of azure-functions-durable-extension).
/// </summary>
internal static class ActivityFailure
{
    private const string HostTypes = "Microsoft.Azure.WebJobs.Host";

    /// <summary>The activity threw: type and message of the exception and its causes, without stacks.</summary>
    [return: NotNullIfNotNull(nameof(thrown))]
    public static TaskFailureDetails? Of(Exception? thrown) => thrown is null
        ? null
        : new() { ErrorType = thrown.GetType().ToString(), ErrorMessage = thrown.Message, InnerFailure = Of(thrown.InnerException) };

    /// <summary>The worker died (WorkerProcess.cs of azure-functions-host): the host's own exception is reported unchanged.</summary>
    public static TaskFailureDetails WorkerDeath(string function) => new()
    {
        ErrorType = $"{HostTypes}.FunctionInvocationException",
        ErrorMessage = $"Exception while executing function: Functions.{function}",
        InnerFailure =
            new()
            {
                ErrorType = "Microsoft.Azure.WebJobs.Script.Workers.WorkerProcessExitException",
                ErrorMessage = "dotnet exited with code 137 (0x89)"
            },
    };

    /// <summary>
    /// The activity exceeded <c>functionTimeout</c>, for which the host kills the worker. Other activities in it run again and do not fail.
    /// </summary>
    public static TaskFailureDetails Timeout(string function) => new()
    {
        ErrorType = $"{HostTypes}.FunctionTimeoutException",
        ErrorMessage = $"Timeout value of 00:30:00 was exceeded by function: Functions.{function}",
    };
}
