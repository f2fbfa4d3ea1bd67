namespace AiLabels.Cli.Files;

/// <summary>A file to read, or the reason why it cannot be read.</summary>
internal readonly record struct SelectedFile(string Path, FileFailure? Failure = null);
