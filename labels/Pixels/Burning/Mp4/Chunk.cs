namespace AiLabels.Pixels.Burning.Mp4;

/// <param name="Position">Of its first byte, counted from the first byte of the media.</param>
/// <param name="Samples">How many samples stand in it.</param>
internal readonly record struct Chunk(long Position, int Samples);
