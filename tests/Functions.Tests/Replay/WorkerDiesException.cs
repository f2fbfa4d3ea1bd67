namespace VideoGate.Tests.Replay;

/// <summary>Thrown by a test's activity: the worker process dies in it, with everything that it was running.</summary>
internal sealed class WorkerDiesException() : Exception("The worker process dies here.");
