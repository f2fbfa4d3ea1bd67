using Microsoft.DurableTask.Protobuf;

namespace Serverless.Tests.Replay;

/// <summary>Thrown by an activity of a test: the worker process dies in it, and with it everything that the process was doing.</summary>
internal sealed class WorkerDiesException() : Exception("The worker process dies here.");

/// <summary>Thrown by an activity of a test: the host reports this failure in its place.</summary>
internal sealed class HostFailureException(TaskFailureDetails details) : Exception(details.ErrorMessage)
{
    public TaskFailureDetails Details => details;
}

/// <summary>
/// The failures of activities, in the form in which the Durable extension reports them (GetFailureDetails in OutOfProcMiddleware.cs of
/// azure-functions-durable-extension).
/// </summary>
internal static class ActivityFailure
{
    /// <summary>The activity threw. The extension takes type and first line out of what the worker sends, and no inner failure. Left out: the stack.</summary>
    public static TaskFailureDetails Of(Exception thrown) =>
        new() { ErrorType = thrown.GetType().ToString(), ErrorMessage = thrown.Message.Split('\n')[0].TrimEnd() };

    /// <summary>The worker died: the extension cannot parse the host's own exception and reports it as it is (WorkerProcess.cs of azure-functions-host).</summary>
    public static TaskFailureDetails WorkerDeath(string function) => Host(
        function, "Microsoft.Azure.WebJobs.Script.Workers.WorkerProcessExitException", "dotnet exited with code 137 (0x89)");

    /// <summary>The host killed the worker because another function ran longer than <c>functionTimeout</c>.</summary>
    public static TaskFailureDetails NeighbourTimedOut(string function) => Host(
        function, "Microsoft.Azure.WebJobs.Host.FunctionTimeoutException", "Timeout value of 00:30:00 was exceeded by function: Functions.Other");

    private static TaskFailureDetails Host(string function, string cause, string message) => new()
    {
        ErrorType = "Microsoft.Azure.WebJobs.Host.FunctionInvocationException",
        ErrorMessage = $"Exception while executing function: Functions.{function}",
        InnerFailure = new() { ErrorType = cause, ErrorMessage = message },
    };
}
