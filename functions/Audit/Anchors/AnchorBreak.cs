using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Audit.Anchors;

/// <summary>A manifest that is not as this app wrote it.</summary>
/// <param name="Name">Blob name of the manifest, present or missing.</param>
internal sealed record AnchorBreak(string Name, AnchorFault Fault)
{
    /// <summary>One human-readable sentence.</summary>
    public string Message => Fault switch
    {
        AnchorFault.Garbage => "It is not a manifest, or it is not signed with one of this app's keys.",
        AnchorFault.Unsigned => "It must be signed, but is not.",
        AnchorFault.Misnamed => "Its content states another name.",
        AnchorFault.Changed => "Its hash differs from the one in the next manifest or in the app's own record.",
        AnchorFault.Unlinked => "It does not reference the previous manifest.",
        AnchorFault.Missing => "It was removed: another manifest or the app's own record references it.",
        AnchorFault.Forgotten => "The app's own record of the last manifest was removed or references no manifest.",
        _ => throw new InvalidOperationException($"{Fault} has no message."),
    };
}

[JsonConverter(typeof(CamelCase<AnchorFault>))]
internal enum AnchorFault
{
    Garbage,
    Unsigned,
    Misnamed,
    Changed,
    Unlinked,
    Missing,
    Forgotten,
}
