using System.Text.Json.Serialization;

namespace VideoGate.Disclosures;

[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class DisclosureJson : JsonSerializerContext;
