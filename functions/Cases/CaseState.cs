using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

[JsonConverter(typeof(CamelCase<CaseState>))]
public enum CaseState
{
    /// <summary>Opened; labels are being read and the decision made.</summary>
    Inspecting,

    /// <summary>In <c>quarantine</c>, waiting for a moderator.</summary>
    Quarantined,

    Published,

    Rejected,

    /// <summary>The upload was replaced or removed before it was decided; its successor has a case of its own.</summary>
    Superseded,
}

/// <summary>What the uploader declares about the video.</summary>
[JsonConverter(typeof(CamelCase<Declaration>))]
public enum Declaration
{
    None,
    Edited,
    Generated,
}
