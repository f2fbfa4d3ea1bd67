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
internal sealed record Expected(string State, string Reason, string Origin, string? Generator = null)
{
    public bool Matches(CaseView actual) =>
        actual.State == State
        && actual.Decision?.Reason == Reason
        && actual.Decision?.Origin == Origin
        && (Generator is null || actual.Generator == Generator);

    public override string ToString() => Describe(State, Reason, Origin, Generator);

    public static string Describe(CaseView actual) => Describe(actual.State, actual.Decision?.Reason, actual.Decision?.Origin, actual.Generator);

    private static string Describe(string state, string? reason, string? origin, string? generator) =>
        $"{state} ({string.Join(", ", new[] { reason, origin, generator }.OfType<string>())})";
}
