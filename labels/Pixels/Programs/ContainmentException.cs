namespace AiLabels.Pixels.Programs;

/// <summary>Full containment is required, and this machine does not allow it: the program was not started.</summary>
public sealed class ContainmentException(string message) : InvalidOperationException(message);
