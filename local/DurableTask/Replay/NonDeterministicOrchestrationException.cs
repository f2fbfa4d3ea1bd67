namespace Local.Durable.Replay;

/// <summary>On replay the orchestrator decided otherwise than its history says.</summary>
internal sealed class NonDeterministicOrchestrationException(string expected, string actual) : Exception(
    $"Non-deterministic orchestrator: its history says it should {expected}, but the code now wants to {actual}. Time, random values, I/O and changed "
    + "code must not steer a running orchestration; use the context's members, and give changed orchestrators a new version or name.");
