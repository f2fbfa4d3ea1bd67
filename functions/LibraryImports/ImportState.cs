using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.LibraryImports;

[JsonConverter(typeof(CamelCase<ImportState>))]
public enum ImportState
{
    /// <summary>Videos are listed and judged; nothing is changed.</summary>
    Judging,

    /// <summary>The dry run is complete: its report says what would change.</summary>
    Judged,

    /// <summary>Decisions are carried out.</summary>
    Applying,

    Applied,

    /// <summary>No further video is taken; what was begun is completed.</summary>
    Cancelled,

    Failed,
}
