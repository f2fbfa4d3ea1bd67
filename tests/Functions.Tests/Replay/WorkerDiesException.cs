namespace VideoGate.Tests.Replay;

/// <summary>Thrown by an activity of a test: the worker process dies in it, and with it everything that the process was doing.</summary>
internal sealed class WorkerDiesException() : Exception("The worker process dies here.");
