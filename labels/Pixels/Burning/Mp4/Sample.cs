namespace AiLabels.Pixels.Burning.Mp4;

/// <param name="Duration">In units of the track's time scale.</param>
/// <param name="Offset">From decoding to composition, in the same units.</param>
internal readonly record struct Sample(uint Size, uint Duration, int Offset, bool IsSync);
