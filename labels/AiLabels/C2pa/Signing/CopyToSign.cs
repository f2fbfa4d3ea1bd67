using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.C2pa.Signing;

/// <summary>A copy of a video that gets content credentials of its own.</summary>
public sealed record CopyToSign
{
    /// <summary>The copy in MP4 or MOV. Credentials that it carries are replaced.</summary>
    public required IByteSource Bytes { get; init; }

    /// <summary>The file that the copy was made from; its credentials are carried over.</summary>
    public required IByteSource Parent { get; init; }

    /// <summary>A report on the parent, whose content hash was checked if it has credentials.</summary>
    public required LabelReport ParentReport { get; init; }

    /// <summary>What was done to the parent, at least one thing.</summary>
    public required IReadOnlyList<ContentEdit> Edits { get; init; }

    /// <summary>Name of the program that made the copy.</summary>
    public required string Generator { get; init; }

    public string? GeneratorVersion { get; init; }
}
