using Microsoft.DurableTask;

namespace VideoGate.Moderation;

/// <summary>
/// Recognizes a step that ended with its worker process. The Functions host reports such a step itself: <c>FunctionInvocationException</c>
/// around <c>WorkerProcessExitException</c>, which the Durable extension passes on as failure and inner failure, or
/// <c>FunctionTimeoutException</c>.
/// </summary>
internal static class WorkerDeath
{
    // Names, because the first type is internal to the host: the process exited; the host killed it because the step ran longer than
    // functionTimeout.
    private static readonly string[] Causes = ["WorkerProcessExitException", "FunctionTimeoutException"];

    /// <summary>Gets whether the process ended before the step did, by the step's own doing or by that of another one beside it.</summary>
    public static bool Caused(TaskFailureDetails? failure) =>
        failure is not null
            && (Causes.Any(cause => failure.ErrorType.EndsWith(cause, StringComparison.Ordinal)) || Caused(failure.InnerFailure));
}
