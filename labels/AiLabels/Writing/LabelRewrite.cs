using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>Input of a container writer: the file, the label, and the labels that it replaces.</summary>
/// <param name="json">The label, UTF-8.</param>
/// <param name="replaced">Locations of the labels in the file.</param>
internal sealed class LabelRewrite(ByteReader bytes, byte[] json, IReadOnlyList<Source> replaced, LabelWriterOptions options)
{
    private int _boxes;
    private long _loaded;

    public ByteReader Bytes { get; } = bytes;

    public byte[] Json { get; } = json;

    public IReadOnlyList<Source> Replaced { get; } = replaced;

    /// <exception cref="LimitReachedException">
    /// There are more boxes, elements or chunks than <see cref="LabelWriterOptions.MaxBoxes"/>.
    /// </exception>
    public void CountBox()
    {
        if (++_boxes > options.MaxBoxes)
        {
            throw new LimitReachedException("boxes", $"The file contains more than {options.MaxBoxes} boxes.");
        }
    }

    /// <summary>Loads a structure to rewrite into memory.</summary>
    /// <exception cref="LimitReachedException">
    /// All of them together are longer than <see cref="LabelWriterOptions.MaxIndexLength"/>.
    /// </exception>
    public async ValueTask<byte[]> LoadAsync(long offset, long length)
    {
        _loaded += length;
        if (_loaded > options.MaxIndexLength)
        {
            throw new LimitReachedException(
                "index", $"More than {options.MaxIndexLength} bytes of index and metadata would have to be rewritten.");
        }

        return await Bytes.ReadAsync(offset, (int)length);
    }
}
