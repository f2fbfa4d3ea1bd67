using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Intake;

/// <summary>Progress of an upload.</summary>
[JsonConverter(typeof(CamelCase<UploadState>))]
internal enum UploadState
{
    /// <summary>No video has arrived yet.</summary>
    Awaited,

    /// <summary>No video arrived before the URL expired.</summary>
    Expired,

    /// <summary>A video arrived and has no case yet.</summary>
    Arrived,

    /// <summary>The video has a case.</summary>
    TakenIn,

    /// <summary>The video was not taken in.</summary>
    Refused,
}
