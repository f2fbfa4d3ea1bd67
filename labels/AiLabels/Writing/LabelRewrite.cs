using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>Input of a container writer: the file, the label, and the labels that it replaces.</summary>
/// <param name="json">The label, UTF-8.</param>
/// <param name="replaced">Locations of the labels in the file.</param>
internal sealed class LabelRewrite(ByteReader bytes, byte[] json, IReadOnlyList<Source> replaced, LabelWriterOptions options)
    : Rewrite(bytes, options)
{
    public byte[] Json { get; } = json;

    public IReadOnlyList<Source> Replaced { get; } = replaced;
}
