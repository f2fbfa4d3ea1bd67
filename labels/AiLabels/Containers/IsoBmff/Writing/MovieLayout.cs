using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>The parts of a movie that writing a label or content credentials changes.</summary>
internal sealed class MovieLayout
{
    /// <summary>Boxes whose children were read, in file order.</summary>
    public List<OpenBox> Boxes { get; } = [];

    /// <summary>Entries that may be labels, by offset: items of metadata lists, and AIGC boxes.</summary>
    public Dictionary<long, (Box Box, OpenBox Parent)> Entries { get; } = [];

    /// <summary>Metadata lists that can hold the label, in file order.</summary>
    public List<LabelList> Lists { get; } = [];

    /// <summary>The list that receives the label: the standard's, otherwise the movie's own, as Apple's devices write it.</summary>
    /// <remarks>
    /// The standard also allows a second list beside the movie's own, but ffmpeg indexes the keys of both as one table and mixes up their
    /// names.
    /// </remarks>
    public LabelList? Labels => Lists.Find(static l => l.IsInUserData) ?? Lists.FirstOrDefault();

    public List<ChunkOffsets> ChunkOffsets { get; } = [];

    public List<IPositionTable> Positions { get; } = [];

    /// <summary>Free space directly after the movie box: the movie can grow into it, so that the media keep their position.</summary>
    public Box? Padding { get; set; }

    public Box? FileType { get; set; }

    /// <summary>Offset of the first movie or media box.</summary>
    public long? MediaStart { get; set; }

    /// <summary>Boxes of content credentials: manifest stores and rows of Merkle trees, in file order.</summary>
    public List<Box> Credentials { get; } = [];

    public bool IsFragmented { get; set; }

    /// <exception cref="RefusalException">There is no movie box.</exception>
    public OpenBox Movie => Boxes.Find(static b => b.Path == "moov")
        ?? throw new RefusalException(
            Refusal.UnsupportedLayout, "The file is a media segment without a moov box: write the label into its initialization segment.");

    public OpenBox? UserData => Boxes.Find(static b => b.Path == "moov/udta");
}
