using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>What of a movie a label's writing touches.</summary>
internal sealed class MovieLayout
{
    /// <summary>Boxes that were entered, in the order of the file.</summary>
    public List<OpenBox> Boxes { get; } = [];

    /// <summary>Entries that may be labels, by their offset: items of metadata lists, and AIGC boxes.</summary>
    public Dictionary<long, (Box Box, OpenBox Parent)> Entries { get; } = [];

    /// <summary>Metadata lists that a label can join, in the order of the file.</summary>
    public List<LabelList> Lists { get; } = [];

    /// <summary>The list that the label joins: the standard's, else the movie's own, as Apple's devices write it.</summary>
    /// <remarks>
    /// Beside the movie's own list a second one would be standard too, but ffmpeg numbers the keys of both as one table and mixes up their
    /// names.
    /// </remarks>
    public LabelList? Labels => Lists.Find(static l => l.IsInUserData) ?? Lists.FirstOrDefault();

    public List<ChunkOffsets> ChunkOffsets { get; } = [];

    public List<IPositionTable> Positions { get; } = [];

    /// <summary>
    /// Unused space right behind the movie box: what the movie grows by can come out of it, so that the media stay in place.
    /// </summary>
    public Box? Padding { get; set; }

    /// <exception cref="RefusalException">There is none.</exception>
    public OpenBox Movie => Boxes.Find(static b => b.Path == "moov")
        ?? throw new RefusalException(
            Refusal.UnsupportedLayout, "The file is a media segment without a moov box: write the label into its initialization segment.");

    public OpenBox? UserData => Boxes.Find(static b => b.Path == "moov/udta");
}
