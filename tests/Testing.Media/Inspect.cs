using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Testing;

/// <summary>Reads a file of a test with default limits.</summary>
internal static class Inspect
{
    public static Task<LabelReport> Bytes(params byte[] file) => Source(new MemoryByteSource(file));

    public static async Task<LabelReport> Source(IByteSource source, LabelReaderOptions? options = null) =>
        await new LabelReader(options ?? new(), TimeProvider.System).ReadAsync(source);

    public static async Task<LabelReport> File(string path)
    {
        using var source = new FileByteSource(path);
        return await Source(source);
    }
}
