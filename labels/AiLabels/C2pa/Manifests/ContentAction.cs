using AiLabels.C2pa.Cbor;
using AiLabels.Generators;

namespace AiLabels.C2pa.Manifests;

/// <summary>An action on the content (C2PA 2.2, section 18.14; <c>c2pa.actions</c> and <c>c2pa.actions.v2</c>).</summary>
/// <param name="Name">Such as <c>c2pa.created</c>.</param>
/// <param name="DigitalSourceType">URI of the IPTC or C2PA vocabulary.</param>
/// <param name="SoftwareAgent">Program that performed it, as <c>name/version</c>; of several, the first that is a generator.</param>
/// <param name="Model">The model that the program ran, an addition by Volcengine and BytePlus.</param>
internal sealed record ContentAction(string? Name, string? DigitalSourceType, string? SoftwareAgent, string? Model)
{
    /// <summary>The actions with their sub-actions, then the templates that complete them.</summary>
    public static IEnumerable<ContentAction> ReadAll(CborNode assertion)
    {
        // Built once: any number of actions may reference one long name.
        List<string?> agents = [.. (assertion["softwareAgents"]?.Items ?? []).Select(SoftwareName.Read)];
        return Items(assertion).Concat(assertion["templates"]?.Items ?? []).Select(item => Read(item, agents));
    }

    /// <summary>An action may hold the actions that it comprises as <c>related</c>.</summary>
    private static IEnumerable<CborNode> Items(CborNode assertion) =>
        (assertion["actions"]?.Items ?? []).SelectMany(item => (item["related"]?.Items ?? []).Prepend(item));

    private static ContentAction Read(CborNode item, List<string?> agents) => new(
        item["action"]?.Text,
        // Adobe's programs wrote it as a parameter before the field was specified.
        SourceTypeIn(item["digitalSourceType"]) ?? SourceTypeIn(item["parameters"]?["digitalSourceType"])
            ?? SourceTypeIn(item["parameters"]?["com.adobe.digitalSourceType"]),
        AgentIn([.. SoftwareName.ReadAll(item["softwareAgent"]), .. AgentsAt(agents, item["softwareAgentIndex"])]),
        item["parameters"]?["model_name"]?.Text);

    /// <summary>A text; some writers wrap it in an array or as a JSON-LD reference.</summary>
    private static string? SourceTypeIn(CborNode? value) =>
        value?.Text ?? value?["@id"]?.Text ?? (value?.Items is [var first, ..] ? first.Text : null);

    private static string? AgentIn(List<string> agents) => agents switch
    {
        [] => null,
        [var only] => only,
        [var first, ..] => agents.Find(agent => GeneratorRegistry.ByC2paAgent(agent) is not null) ?? first,
    };

    private static IEnumerable<string> AgentsAt(List<string?> agents, CborNode? index) =>
        Several.Of(index).Select(item => item.Integer).Where(number => number >= 0 && number < agents.Count)
            .Select(number => agents[(int)number!]).OfType<string>();
}
