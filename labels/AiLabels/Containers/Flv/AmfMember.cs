namespace AiLabels.Containers.Flv;

/// <param name="Text">UTF-8, if the member is a string.</param>
/// <param name="Number">Value, if the member is a number.</param>
/// <param name="Start">Offset of its name in the data.</param>
/// <param name="Value">Offset of its value, type included, in the data.</param>
/// <param name="End">Offset of its end in the data.</param>
internal readonly record struct AmfMember(string Name, byte[]? Text, double? Number, int Start, int Value, int End);
