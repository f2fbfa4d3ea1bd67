namespace AiLabels.Pixels.Burning.Mp4;

/// <param name="Position">Offset of its first byte from the first byte of the media.</param>
/// <param name="Samples">Number of samples in it.</param>
internal readonly record struct Chunk(long Position, int Samples);
