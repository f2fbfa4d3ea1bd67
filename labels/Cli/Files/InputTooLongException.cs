namespace AiLabels.Cli.Files;

/// <summary>Standard input exceeds what is kept of it.</summary>
internal sealed class InputTooLongException(long maxLength) : IOException($"it is longer than {maxLength >> 20} MiB");
