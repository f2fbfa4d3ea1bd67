using System.ComponentModel.DataAnnotations;

namespace VideoGate.LibraryImports;

/// <summary>Settings of imports.</summary>
public sealed class ImportOptions
{
    public const string Section = "Imports";

    /// <summary>Maximum number of videos that an import takes in a minute.</summary>
    [Range(1, 6000)]
    public int VideosPerMinute { get; set; } = 30;

    /// <summary>Maximum number of videos of an import that are inspected, or whose decisions are carried out, at a time.</summary>
    [Range(1, 200)]
    public int MaxInProgress { get; set; } = 8;
}
