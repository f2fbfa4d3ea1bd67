namespace Local.Samples;

/// <summary>A video to send through the gate.</summary>
/// <param name="Declaration">What the uploader says: none, edited or generated.</param>
/// <param name="Title">What the uploader calls it.</param>
/// <param name="Expected">Where it should end, or null when that is not known beforehand.</param>
internal sealed record Sample(string Path, string Declaration = "none", string? Title = null, Expected? Expected = null)
{
    public string Name => System.IO.Path.GetFileName(Path);
}

/// <summary>How a sample should end.</summary>
internal sealed record Expected(string State, string Reason, string Origin, string? Generator = null);
