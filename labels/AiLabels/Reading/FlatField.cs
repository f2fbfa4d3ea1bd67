using AiLabels.Reports;

namespace AiLabels.Reading;

/// <summary>An entry such as <c>AIGC.Label=1</c>: one field of a label whose others are entries too.</summary>
/// <param name="Name">The field, such as <c>Label</c>, or what follows the prefix.</param>
/// <param name="HasPrefix">The entry's name begins with AIGC; without, only several such entries are a label.</param>
internal sealed record FlatField(string Name, string Value, bool HasPrefix, Source Source);
