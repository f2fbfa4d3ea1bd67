namespace AiLabels.Containers.Flv;

/// <param name="Text">UTF-8, when the member is a string.</param>
/// <param name="Number">When it is a number.</param>
/// <param name="Start">Where in the data its name begins.</param>
/// <param name="Value">Where in the data its value begins, with its type.</param>
/// <param name="End">Where in the data it ends.</param>
internal readonly record struct AmfMember(string Name, byte[]? Text, double? Number, int Start, int Value, int End);
