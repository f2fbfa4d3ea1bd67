namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>A video according to its fragments.</summary>
/// <param name="Moov">The index before the fragments: tracks without samples.</param>
/// <param name="Tracks">Tracks by number.</param>
internal sealed record FragmentedMovie(Box Moov, IReadOnlyDictionary<uint, TrackSamples> Tracks);
