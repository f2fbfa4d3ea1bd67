namespace VideoGate.Local.Host.Worker;

/// <summary>
/// The worker process ended while a function ran. The Durable extension looks for this type's name among inner exceptions, and abandons the
/// turn of an orchestrator instead of failing it; an activity fails.
/// </summary>
internal sealed class WorkerProcessExitException(string message) : Exception(message);
