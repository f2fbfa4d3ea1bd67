namespace VideoGate.Local.Samples;

/// <summary>A video to send through the app.</summary>
/// <param name="Declaration">What the uploader says: none, edited or generated.</param>
/// <param name="Title">What the uploader calls it.</param>
/// <param name="Expected">Where it should end, or null if that is not known beforehand.</param>
internal sealed record Sample(string Path, string Declaration = "none", string? Title = null, Expected? Expected = null)
{
    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>The name to show: the path within the folder that was named, else the file's name.</summary>
    public string Name { get => Printable.Of(field ?? FileName); init; }
}

/// <summary>How a sample should end.</summary>
internal sealed record Expected(string State, string? Reason, string? Origin, string? Generator = null)
{
    public static Expected Of(CaseView actual) => new(actual.State, actual.Decision?.Reason, actual.Decision?.Origin, actual.Generator);

    public bool Matches(CaseView actual) => this == Of(actual) with { Generator = Generator is null ? null : actual.Generator };

    public override string ToString() => string.Join(", ", new[] { State, Reason, Origin, Generator }.OfType<string>());
}
