namespace VideoGate.Local.Host.Worker;

/// <summary>
/// The worker process ended while a function ran. The Durable extension searches inner exceptions for this type's name, and then abandons
/// the turn of an orchestrator instead of failing it; an activity fails.
/// </summary>
internal sealed class WorkerProcessExitException(string message) : Exception(message);
