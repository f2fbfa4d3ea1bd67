using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Writing;

/// <summary>Writes labels in tests.</summary>
internal static class Labelling
{
    /// <summary>The label of <see cref="Aigc.Generated"/>.</summary>
    public static readonly LabelToWrite Generated = With("1");

    public static readonly LabelWriterOptions Replacing = new() { Replace = true };

    public static LabelToWrite With(string label) =>
        new() { Label = label, ContentProducer = "001191110108MACC4D63XF00000", ProduceId = "id-1" };

    /// <returns>The outcome, and the labelled file, empty if it was refused.</returns>
    public static async Task<(WriteOutcome Outcome, byte[] File)> Bytes(
        byte[] file, LabelWriterOptions? options = null, LabelToWrite? label = null)
    {
        using var output = new MemoryStream();
        var outcome =
            await new LabelWriter(options ?? new(), TimeProvider.System).WriteAsync(new MemoryByteSource(file), output, label ?? Generated);
        return (outcome, output.ToArray());
    }

    /// <summary>Labels a file that must accept it.</summary>
    public static async Task<byte[]> Written(byte[] file, LabelWriterOptions? options = null, LabelToWrite? label = null)
    {
        var (outcome, labelled) = await Bytes(file, options, label);
        Assert.True(outcome.IsWritten, outcome.Message);
        Assert.Equal(outcome.Length, labelled.Length);
        return labelled;
    }

    /// <summary>Asserts that a file is refused and nothing is written.</summary>
    public static async Task AssertRefused(Refusal reason, byte[] file, LabelWriterOptions? options = null, LabelToWrite? label = null)
    {
        var (outcome, labelled) = await Bytes(file, options, label);
        Assert.Equal(reason, outcome.Refusal);
        Assert.NotEmpty(outcome.Message!);
        Assert.Empty(labelled);
    }

    /// <returns>Path of the labelled copy, beside the file.</returns>
    public static async Task<string> File(string path, LabelWriterOptions? options = null, LabelToWrite? label = null)
    {
        var copy = Path.Combine(Path.GetDirectoryName(path)!, $"labelled-{Path.GetFileName(path)}");
        using var input = new FileByteSource(path);
        await using var output = System.IO.File.Create(copy);
        var outcome = await new LabelWriter(options ?? new(), TimeProvider.System).WriteAsync(input, output, label ?? Generated);
        Assert.True(outcome.IsWritten, outcome.Message);
        return copy;
    }
}
