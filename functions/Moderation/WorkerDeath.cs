using Microsoft.DurableTask;

namespace VideoGate.Moderation;

/// <summary>
/// Recognizes a step whose worker process died. The Functions host reports such a step: <c>FunctionInvocationException</c> around
/// <c>WorkerProcessExitException</c>, which the Durable extension passes on as failure and inner failure, or
/// <c>FunctionTimeoutException</c>.
/// </summary>
internal static class WorkerDeath
{
    // By name, because the first type is internal to the host: the process exited, or the host killed it because the step exceeded
    // functionTimeout.
    private static readonly string[] Causes = ["WorkerProcessExitException", "FunctionTimeoutException"];

    /// <summary>Gets whether the process died during the step, caused by the step itself or by a concurrent one.</summary>
    public static bool Caused(TaskFailureDetails? failure) =>
        failure is not null
            && (Causes.Any(cause => failure.ErrorType.EndsWith(cause, StringComparison.Ordinal)) || Caused(failure.InnerFailure));
}
