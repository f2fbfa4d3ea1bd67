using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.LibraryImports;

/// <summary>What an import changes about a video, or would.</summary>
[JsonConverter(typeof(CamelCase<ImportChange>))]
public enum ImportChange
{
    /// <summary>Stays as it is.</summary>
    None,

    /// <summary>Stays, with a notice in its metadata and in its disclosure.</summary>
    Notice,

    /// <summary>Is replaced by a copy with the labels that the laws ask for.</summary>
    Label,

    /// <summary>Stays, until a moderator decides.</summary>
    Review,

    /// <summary>Leaves the published ones, until a moderator decides.</summary>
    Quarantine,

    /// <summary>Nothing: the platform replaced or removed it meanwhile.</summary>
    Replaced,

    /// <summary>Nothing: the file is no video that the gate can read.</summary>
    NotVideo,

    /// <summary>Nothing: its steps failed, and the log says why.</summary>
    Failed,
}
