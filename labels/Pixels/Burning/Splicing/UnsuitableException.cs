namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>The rest of a video cannot be kept behind an opening that is encoded.</summary>
/// <param name="reason">Completes the sentence "The whole video is encoded because ...".</param>
internal sealed class UnsuitableException(string reason) : Exception(reason);
