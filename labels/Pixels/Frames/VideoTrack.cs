namespace AiLabels.Pixels.Frames;

/// <summary>A video track that is not a cover.</summary>
/// <param name="Index">Index of its stream in the file.</param>
/// <param name="IsDefault">Whether players show it if nothing is chosen.</param>
/// <param name="Size">Display size of the whole picture; null if unknown.</param>
/// <param name="Turn">Rotation and mirroring that the file specifies.</param>
internal sealed record VideoTrack(int Index, bool IsDefault, PictureSize? Size, QuarterTurn Turn)
{
    /// <summary>The part of the picture that players show, upright.</summary>
    public ShownPart Shown { get; init; } = ShownPart.Whole;

    /// <summary>Display size of the part that is shown.</summary>
    public PictureSize? ShownSize => Size is { } size ? Shown.Of(size) : null;
}
