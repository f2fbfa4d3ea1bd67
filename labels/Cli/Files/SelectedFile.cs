namespace AiLabels.Cli.Files;

/// <summary>A file to read, or why there is none.</summary>
internal readonly record struct SelectedFile(string Path, FileFailure? Failure = null);
