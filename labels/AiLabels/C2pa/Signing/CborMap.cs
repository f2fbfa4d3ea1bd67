namespace AiLabels.C2pa.Signing;

/// <summary>A CBOR map with texts as keys; entries with null are left out.</summary>
internal sealed class CborMap : Dictionary<string, object?>;
