namespace VideoGate.Bench.Visible.Ways;

/// <summary>What a way of looking says of a clip.</summary>
/// <param name="Says">A label, a trace, or nothing.</param>
/// <param name="Text">What it read.</param>
/// <param name="HeightShare">Height of the glyphs in parts of the short side; null when it does not measure.</param>
/// <param name="Shown">Seconds that it is shown; null when it does not measure.</param>
/// <param name="Cpu">Seconds of CPU, programs that it started included.</param>
internal sealed record Answer(Specimens.Truth Says, string Text, double? HeightShare, double? Shown, double Cpu);
