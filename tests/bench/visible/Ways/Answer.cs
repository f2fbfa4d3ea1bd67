namespace VideoGate.Bench.Visible.Ways;

/// <summary>Result of one way for a clip.</summary>
/// <param name="Says">A label, a trace, or nothing.</param>
/// <param name="Text">The text read.</param>
/// <param name="HeightShare">Glyph height as a share of the short side; null if not measured.</param>
/// <param name="Shown">Seconds shown; null if not measured.</param>
/// <param name="Cpu">CPU seconds, child processes included.</param>
internal sealed record Answer(Specimens.Truth Says, string Text, double? HeightShare, double? Shown, double Cpu)
{
    /// <summary>Whether the label was taken for one that breaks off and returns.</summary>
    public bool Flickers { get; init; }

    /// <summary>Whether the label was taken for one that people cannot read.</summary>
    public bool IsIllegible { get; init; }
}
