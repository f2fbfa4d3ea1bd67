namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>A video as its fragments described it.</summary>
/// <param name="Moov">The index that came before the fragments: tracks without samples.</param>
/// <param name="Tracks">By the track's number.</param>
internal sealed record FragmentedMovie(Box Moov, IReadOnlyDictionary<uint, TrackSamples> Tracks);
