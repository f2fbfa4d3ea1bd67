namespace AiLabels.C2pa.Cbor;

/// <param name="MaxDepth">Containers and tags around one item.</param>
/// <param name="MaxItems">Items in one document, ends of containers included.</param>
internal sealed record CborLimits(int MaxDepth, int MaxItems);
