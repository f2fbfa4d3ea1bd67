using VideoGate.Local.Host.Rpc;

namespace VideoGate.Local.Host.Worker;

/// <summary>A function failed. The Durable extension parses exactly this form of message to tell the failure of a function from one of the host.</summary>
internal sealed class FunctionFailedException(StatusResult result)
    : Exception($"Result: {result.Status}\nException: {result.Exception?.Message}\nStack: {result.Exception?.StackTrace}");

/// <summary>
/// The worker process ended while a function ran. The Durable extension looks for this type's name among inner exceptions, and abandons the turn
/// of an orchestrator instead of failing it; an activity fails.
/// </summary>
internal sealed class WorkerProcessExitException(string message) : Exception(message);
