using System.Diagnostics;
using System.Text.Json;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Peers;

/// <summary>Labels written by exiftool, read here, and labels written by ffmpeg, read by both.</summary>
[Trait("Needs", "minutes")]
public sealed class ExiftoolTests : IDisposable
{
    private const string Terms = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    [Theory]
    [InlineData("video.mp4", "trainedAlgorithmicMedia", AiOrigin.Confirmed)]
    [InlineData("video.mov", "trainedAlgorithmicMedia", AiOrigin.Confirmed)]
    [InlineData("video.mp4", "compositeWithTrainedAlgorithmicMedia", AiOrigin.Confirmed)]
    [InlineData("video.mp4", "digitalCapture", AiOrigin.NotFound)]
    public async Task ReadAsync_SourceTypeWrittenByExiftool_IsTheOneThatItReads(string name, string term, AiOrigin origin)
    {
        var path = await _ffmpeg.MakeAsync(name);
        await WriteAsync(path, $"-XMP-iptcExt:DigitalSourceType={Terms}{term}");
        var peer = await JsonProgram.ExiftoolAsync(path);

        var report = await Inspect.File(path);

        var finding = Assert.Single(report.Findings, finding => finding.Kind == FindingKind.DigitalSourceType);
        Assert.Equal(Text(peer, "XMP-iptcExt:DigitalSourceType"), finding.Raw);
        Assert.Equal(origin, report.Origin);
    }

    [Theory]
    [InlineData("label.mp4", "Keys:AIGC", "-movflags", "use_metadata_tags")]
    [InlineData("label.mov", "Keys:AIGC", "-movflags", "use_metadata_tags")]
    [InlineData("label.mkv", "Matroska:Aigc")]
    [InlineData("label.flv", "Flash:AIGC")]
    public async Task ReadAsync_LabelWrittenByFfmpeg_IsTheOneThatExiftoolReads(string name, string tag, params string[] options)
    {
        // Arrange
        var path = await _ffmpeg.MakeAsync(name, ["-metadata", $"AIGC={Aigc.Generated}", .. options]);
        var peer = await JsonProgram.ExiftoolAsync(path);

        // Act
        var report = await Inspect.File(path);

        // Assert
        Assert.Equal(Text(peer, tag), Assert.Single(report.Findings).Raw);
    }

    private static string? Text(JsonElement tags, string name) =>
        tags.TryGetProperty(name, out var value)
            ? value.GetString()
            : throw new ArgumentException($"exiftool sees no {name} in {tags}", nameof(name));

    private static async Task WriteAsync(string path, string assignment)
    {
        using var exiftool = Process.Start(new ProcessStartInfo("exiftool", ["-q", "-overwrite_original", assignment, path]))!;
        await exiftool.WaitForExitAsync();
        Assert.Equal(0, exiftool.ExitCode);
    }
}
