using System.IO.Compression;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests;

/// <summary>The ways to name what is read.</summary>
public sealed class LabelReaderTests : IDisposable
{
    private static readonly byte[] Labelled = Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated)));

    private readonly string _path = Path.GetTempFileName();

    public LabelReaderTests() => File.WriteAllBytes(_path, Labelled);

    [Fact]
    public async Task ReadAsync_PathStreamOrSource_IsOneReport()
    {
        // Arrange
        await using var stream = File.OpenRead(_path);
        stream.Position = 10;
        using var file = new FileByteSource(_path);

        // Act
        LabelReport[] reports =
        [
            await LabelReader.ReadAsync(_path),
            await LabelReader.ReadAsync(stream),
            await LabelReader.ReadAsync(file),
            await new LabelReader().ReadAsync(file),
        ];

        // Assert
        Assert.Equal(AiOrigin.Confirmed, reports[0].Origin);
        Assert.Single(reports.Select(static report => report.ToJson()).Distinct());
        Assert.True(stream.CanRead);
    }

    [Fact]
    public async Task ReadAsync_WithOptions_KeepsToThem()
    {
        // Arrange
        var options = new LabelReaderOptions { MaxBoxes = 1 };

        // Act
        LabelReport[] reports =
        [
            await LabelReader.ReadAsync(_path, options),
            await LabelReader.ReadAsync(new MemoryStream(Labelled), options),
            await LabelReader.ReadAsync(new MemoryByteSource(Labelled), options),
        ];

        // Assert
        Assert.All(reports, static report => Assert.Contains(report.Problems, static problem => problem.Code == "limit.boxes"));
    }

    [Fact]
    public async Task ReadAsync_StreamThatCannotSeek_SaysWhatToDo()
    {
        // Arrange
        await using var stream = new GZipStream(new MemoryStream(Labelled), CompressionMode.Decompress);

        // Act
        var failure = await Assert.ThrowsAsync<ArgumentException>(() => LabelReader.ReadAsync(stream));

        // Assert
        Assert.Contains("Save its content in a file first", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task ReadAsync_MissingFile_Throws() =>
        Assert.ThrowsAsync<FileNotFoundException>(() => LabelReader.ReadAsync("missing.mp4"));

    [Fact]
    public async Task ToJson_OfChineseAndControlCharacters_IsReadableAndSteersNoTerminal()
    {
        // Arrange
        var label = Aigc.Label("1", producer: "可灵\\u001b[2J\\u009b");

        // Act
        var json = (await LabelReader.ReadAsync(new MemoryStream(Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", label)))))).ToJson();

        // Assert
        Assert.Contains("可灵", json, StringComparison.Ordinal);
        Assert.DoesNotContain(json, char.IsControl);
    }

    public void Dispose() => File.Delete(_path);
}
