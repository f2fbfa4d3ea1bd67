using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

[JsonConverter(typeof(CamelCase<CaseState>))]
public enum CaseState
{
    /// <summary>Opened; labels are being read, the decision is pending.</summary>
    Inspecting,

    /// <summary>Published before the gate knew it, and judged by an import that has not been applied: nothing is changed.</summary>
    Imported,

    /// <summary>In <c>quarantine</c>, waits for a moderator.</summary>
    Quarantined,

    Published,

    Rejected,

    /// <summary>The upload was not taken in (<see cref="UploadRefusal"/>).</summary>
    Superseded,

    /// <summary>The video that was taken in no longer exists: an incident.</summary>
    Lost,
}
