using Microsoft.DurableTask;

namespace Local.Durable.History;

/// <summary>Why a task or an orchestration failed, as it is stored.</summary>
/// <param name="Type">The full name of the exception type, or a code of the engine's own.</param>
/// <param name="Message">What went wrong.</param>
/// <param name="StackTrace">Where.</param>
/// <param name="Inner">The failure behind it.</param>
/// <param name="NonRetriable">Whether another attempt cannot help: the task does not exist.</param>
internal sealed record Failure(string Type, string Message, string? StackTrace = null, Failure? Inner = null, bool NonRetriable = false)
{
    public static Failure From(Exception exception) => From(TaskFailureDetails.FromException(exception));

    public static Failure ActivityNotFound(string name) =>
        new("ActivityTaskNotFound", $"No activity task named '{name}' was found. Register it, or correct the name in the call.", NonRetriable: true);

    public static Failure OrchestratorNotFound(string name) => new(
        "OrchestratorTaskNotFound", $"No orchestrator task named '{name}' was found. Register it, or correct the name in the call.", NonRetriable: true);

    public TaskFailureDetails ToDetails() => new(Type, Message, StackTrace, Inner?.ToDetails(), null);

    private static Failure From(TaskFailureDetails details) => new(
        details.ErrorType, details.ErrorMessage, details.StackTrace, details.InnerFailure is { } inner ? From(inner) : null);
}
