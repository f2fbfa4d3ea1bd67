using Microsoft.DurableTask;

namespace Serverless.Moderation;

/// <summary>
/// Recognizes a step that ended with its worker process. The Functions host reports such a step itself, as
/// <c>FunctionInvocationException</c> around the cause, and the Durable extension passes both on as failure and inner failure.
/// </summary>
internal static class WorkerDeath
{
    // Both types live in the host: the process exited, or the host killed it because one of its functions ran longer than functionTimeout.
    private static readonly string[] Causes = ["WorkerProcessExitException", "FunctionTimeoutException"];

    /// <summary>Gets whether the process ended before the step did, by the step's own doing or by that of another one beside it.</summary>
    public static bool Caused(TaskFailureDetails? failure) =>
        failure is not null && (Causes.Any(cause => failure.ErrorType.EndsWith(cause, StringComparison.Ordinal)) || Caused(failure.InnerFailure));
}
