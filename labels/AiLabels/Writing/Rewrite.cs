using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>A file that a container writer plans edits for, within the limits on what it visits and loads.</summary>
internal class Rewrite(ByteReader bytes, LabelWriterOptions options)
{
    private int _boxes;
    private long _loaded;

    public ByteReader Bytes { get; } = bytes;

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
