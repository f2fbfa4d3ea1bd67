namespace VideoGate.Local.Samples;

/// <summary>A video to send through the app.</summary>
/// <param name="Declaration">The uploader's declaration: notAi, realCapture, edited or generated.</param>
/// <param name="Title">The uploader's title.</param>
/// <param name="Expected">Expected result, or null if unknown.</param>
internal sealed record Sample(string Path, string Declaration = "none", string? Title = null, Expected? Expected = null)
{
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The name to show: the path within the given folder, otherwise the file's name.</summary>
    public string Name { get => Printable.Of(field ?? FileName); init; }
}

/// <summary>Expected result of a sample.</summary>
internal sealed record Expected(string State, string? Reason, string? Origin, string? Generator = null)
{
    public static Expected Of(CaseView actual) => new(actual.State, actual.Decision?.Reason, actual.Decision?.Origin, actual.Generator);

    public bool Matches(CaseView actual) => this == Of(actual) with { Generator = Generator is null ? null : actual.Generator };

    public override string ToString() => string.Join(", ", new[] { State, Reason, Origin, Generator }.OfType<string>());
}
