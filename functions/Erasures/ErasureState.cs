using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Erasures;

[JsonConverter(typeof(CamelCase<ErasureState>))]
public enum ErasureState
{
    /// <summary>Ordered; a second senior moderator must confirm.</summary>
    AwaitingConfirmation,

    /// <summary>Carried out by the next runs of the reconciliation.</summary>
    Confirmed,

    Completed,

    /// <summary>The second person disagreed; nothing was erased.</summary>
    Refused,

    /// <summary>No second person confirmed in time; nothing was erased.</summary>
    Expired,
}
