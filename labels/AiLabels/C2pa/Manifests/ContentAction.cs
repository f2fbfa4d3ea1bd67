using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>An action on the content (C2PA 2.2, section 18.14; <c>c2pa.actions</c> and <c>c2pa.actions.v2</c>).</summary>
/// <param name="Name">Such as <c>c2pa.created</c>.</param>
/// <param name="DigitalSourceType">URI of the IPTC or C2PA vocabulary.</param>
/// <param name="SoftwareAgent">Program that performed it, as <c>name/version</c>.</param>
/// <param name="Model">The model that the program ran, an addition by Volcengine and BytePlus.</param>
internal sealed record ContentAction(string? Name, string? DigitalSourceType, string? SoftwareAgent, string? Model)
{
    /// <summary>The actions, then the templates that complete them.</summary>
    public static IEnumerable<ContentAction> ReadAll(CborNode assertion)
    {
        // Built once: any number of actions may reference one long name.
        List<string?> agents = [.. (assertion["softwareAgents"]?.Items ?? []).Select(SoftwareName.Read)];
        return (assertion["actions"]?.Items ?? []).Concat(assertion["templates"]?.Items ?? []).Select(item => Read(item, agents));
    }

    private static ContentAction Read(CborNode item, List<string?> agents) => new(
        item["action"]?.Text,
        // Adobe's programs wrote it as a parameter before the field was specified.
        item["digitalSourceType"]?.Text ?? item["parameters"]?["com.adobe.digitalSourceType"]?.Text,
        SoftwareName.Read(item["softwareAgent"]) ?? AgentAt(agents, item["softwareAgentIndex"]?.Integer),
        item["parameters"]?["model_name"]?.Text);

    private static string? AgentAt(List<string?> agents, long? index) =>
        index >= 0 && index < agents.Count ? agents[(int)index] : null;
}
