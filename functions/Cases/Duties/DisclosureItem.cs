using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases.Duties;

/// <summary>What a law wants viewers to be able to inspect.</summary>
[JsonConverter(typeof(CamelCase<DisclosureItem>))]
public enum DisclosureItem
{
    /// <summary>Whether provenance data is available.</summary>
    ProvenanceAvailable,

    /// <summary>Name of the system that created or changed the content.</summary>
    SystemName,

    /// <summary>Name of the device that captured it.</summary>
    CaptureDevice,

    /// <summary>Whether the provenance data is signed, and by whom.</summary>
    Signature,
}
