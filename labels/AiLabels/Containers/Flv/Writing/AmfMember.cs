namespace AiLabels.Containers.Flv.Writing;

/// <param name="Token">Kind of its value.</param>
/// <param name="Start">Offset of its name in the data.</param>
/// <param name="Value">Offset of its value, type included, in the data.</param>
/// <param name="End">Offset of its end in the data.</param>
internal readonly record struct AmfMember(string Name, AmfToken Token, int Start, int Value, int End);
