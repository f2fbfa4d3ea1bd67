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
        AnchorFault.Garbage => "It is no manifest, or its signature is not one of this app's keys.",
        AnchorFault.Unsigned => "It is not signed, and has to be.",
        AnchorFault.Misnamed => "It says that it has another name.",
        AnchorFault.Changed => "The manifest after it, or what the app remembers, names other bytes.",
        AnchorFault.Unlinked => "It does not name the manifest before it.",
        AnchorFault.Missing => "It was removed: another manifest, or what the app remembers, names it.",
        AnchorFault.Forgotten => "What the app remembers of the last manifest was removed or names none.",
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
