using System.Diagnostics;
using System.Text;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Programs;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Frames;

[Trait("Needs", "minutes")]
public sealed class HostileMediaTests : IDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(90);

    private readonly Clips _clips = new();

    [Fact]
    public async Task ReadAsync_HugePngHeader_IsUndecodable()
    {
        // Arrange
        var path = await _clips.MakeAsync("small.avi", "color=red:size=64x64:duration=0.2", "-c:v", "png");
        var bytes = await File.ReadAllBytesAsync(path);
        byte[] side = [0, 1, 0x86, 0xA0];
        for (var at = 0; (at = IndexOf(bytes, "IHDR"u8, at)) >= 0; at += 4)
        {
            side.CopyTo(bytes, at + 4);
            side.CopyTo(bytes, at + 8);
        }

        // Act
        var decoded = await Decoded.ReadAsync(_clips.Write("a.avi", bytes));

        // Assert
        Assert.Empty(decoded.Frames);
        Assert.Contains(decoded.Problems, problem => problem.Code == "undecodable");
    }

    [Fact]
    public async Task ReadAsync_LargePicturesWithoutEnd_StopsAtTheCpuLimit()
    {
        // A few kilobytes that take a minute to decode: the same black picture of 8K repeated.
        var few = await _clips.MakeAsync(
            "few.mp4", "color=black:size=7680x4320:rate=25:duration=0.08", "-c:v", "libx264", "-preset", "ultrafast", "-g", "1");
        var path = await _clips.RunAsync("a.mp4", "-stream_loop", "1000", "-i", few, "-c", "copy");

        var decoded = await Decoded.ReadAsync(
            path, new(FramePurpose.Boundary, TimeSpan.FromSeconds(0.1), TimeSpan.FromSeconds(60), 1),
                options: Tight(new() { CpuTime = TimeSpan.FromSeconds(2) }));

        Assert.Contains(decoded.Problems, problem => problem.Code == "limit.cpu");
    }

    [Fact]
    public async Task ReadAsync_CountlessPictures_StopsAtTheNumberOfFrames()
    {
        // Arrange
        var path = await _clips.MakeAsync(
            "a.mp4", "color=black:size=16x16:rate=1000:duration=3", "-c:v", "libx264", "-preset", "ultrafast");

        // Act
        var decoded = await Decoded.ReadAsync(
            path, new(FramePurpose.Start, TimeSpan.Zero, TimeSpan.FromSeconds(3), 1000),
                options: new FrameSourceOptions { MaxFrames = 50 });

        // Assert
        Assert.Equal(50, decoded.Frames.Count);
    }

    [Fact]
    public async Task ReadAsync_OutputBeyondItsLimit_GivesWhatCameBefore()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.mp4", Clips.Clock("320x180", 3), "-c:v", "libx264");

        // Act
        var decoded = await Decoded.ReadAsync(path, options: Tight(new() { Output = 400_000 }));

        // Assert
        Assert.InRange(decoded.Frames.Count, 1, 5);
        Assert.Contains(decoded.Problems, problem => problem.Code == "limit.output");
    }

    [Fact]
    public async Task ReadAsync_StreamWithoutEnd_IsReadWithinItsBudget()
    {
        // Arrange
        var clip = await File.ReadAllBytesAsync(await _clips.MakeAsync("a.ts", Clips.Clock("320x180", 2), "-c:v", "libx264", "-g", "10"));
        var endless = new RepeatingSource(clip, 1L << 40);

        // Act
        var decoded = await Decoded.ReadAsync(
            endless, ContainerFormat.MpegTs, Decoded.Middle(3, 1000, 20),
                new() { MaxBytesPerRun = 8 << 20, MaxBytesRead = 24 << 20, Program = Short });

        // Assert
        Assert.InRange(decoded.BytesRead, 1, 24 << 20);
    }

    [Fact]
    public async Task ReadAsync_OneRunOutOfBytes_LeavesTheOthersTheirs()
    {
        var clip = await File.ReadAllBytesAsync(
            await _clips.MakeAsync("a.mp4", "nullsrc=size=640x360:rate=10:duration=12,geq=random(1)*255:128:128", "-c:v", "libx264",
                "-preset", "ultrafast", "-qp", "10", "-g", "10", "-movflags", "faststart"));
        await using var source = await FfmpegFrameSource.OpenAsync(
            new RepeatingSource(clip, clip.Length), ContainerFormat.IsoBmff,
                new() { MaxBytesPerRun = clip.Length / 2, CacheBytes = 1 << 20 });

        var whole = await CountAsync(source, Decoded.Start(12));
        var end = await CountAsync(source, Decoded.Stretch(11, 1));

        Assert.InRange(whole, 1, 50);
        Assert.Equal(5, end);
        Assert.Contains(source.Problems, problem => problem.Code == "limit.bytes");
    }

    [Fact]
    public async Task ReadAsync_Truncated_GivesWhatIsThere()
    {
        // Arrange
        var whole = await File.ReadAllBytesAsync(
            await _clips.MakeAsync("whole.mp4", Clips.Clock("320x180", 6), "-c:v", "libx264", "-g", "10", "-movflags", "faststart"));

        // Act
        var decoded = await Decoded.ReadAsync(_clips.Write("a.mp4", whole[..(whole.Length * 2 / 3)]), Decoded.Start(6));

        // Assert
        Assert.NotEmpty(decoded.Frames);
        Assert.Contains(decoded.Problems, problem => problem.Code is "damaged" or "undecodable");
    }

    [Theory]
    [InlineData("a.mp4", "libx264")]
    [InlineData("a.mkv", "libx264")]
    [InlineData("a.ts", "mpeg2video")]
    [InlineData("a.wmv", "wmv2")]
    public async Task ReadAsync_BytesThatChanged_EndsWithinBounds(string name, string codec)
    {
        var bytes = await File.ReadAllBytesAsync(await _clips.MakeAsync(name, Clips.Clock("160x90", 4), "-c:v", codec, "-g", "10"));
        var random = new Random(7);
        for (var change = 0; change < bytes.Length / 100; change++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        var started = Stopwatch.GetTimestamp();
        var decoded = await Decoded.ReadAsync(_clips.Write(name, bytes), Decoded.Middle(0, 4, 4), options: Tight(Short));

        Assert.True(Stopwatch.GetElapsedTime(started) < Bound);
        Assert.All(decoded.Problems, problem => Assert.DoesNotContain(problem.Message, char.IsControl));
    }

    [Fact]
    public async Task ReadAsync_DecoderKilled_IsAProblemOfTheResult()
    {
        // A unique number of pixels identifies the process.
        const int Mark = 12_345_678;
        var path = await _clips.MakeAsync("a.mp4", "testsrc2=size=640x360:rate=10:duration=60", "-c:v", "libx264", "-preset", "ultrafast");
        await using var source =
            await FfmpegFrameSource.OpenAsync(new FileByteSource(path), ContainerFormat.IsoBmff, new() { MaxPixels = Mark });
        var frames = source.ReadAsync(new(FramePurpose.Start, TimeSpan.Zero, TimeSpan.FromSeconds(60), 4)).GetAsyncEnumerator();
        Assert.True(await frames.MoveNextAsync());

        Process.GetProcessById(Assert.Single(Running(Mark))).Kill();
        while (await frames.MoveNextAsync())
        {
        }

        await frames.DisposeAsync();
        Assert.Contains(
            source.Problems, problem => problem.Code == "undecodable" && problem.Message.Contains("137", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_Abandoned_LeavesNoProcess()
    {
        const int Mark = 12_345_679;
        var path = await _clips.MakeAsync("a.mp4", "testsrc2=size=640x360:rate=10:duration=60", "-c:v", "libx264", "-preset", "ultrafast");
        await using var source =
            await FfmpegFrameSource.OpenAsync(new FileByteSource(path), ContainerFormat.IsoBmff, new() { MaxPixels = Mark });

        await foreach (var frame in source.ReadAsync(new(FramePurpose.Start, TimeSpan.Zero, TimeSpan.FromSeconds(60), 4)))
        {
            Assert.Single(Running(Mark));
            break;
        }

        Assert.Empty(Running(Mark));
    }

    [Fact]
    public async Task OpenAsync_SourceFails_ThrowsBecauseTheVideoIsNotToBlame() =>
        await Assert.ThrowsAsync<IOException>(() => FfmpegFrameSource.OpenAsync(new FailingSource(), ContainerFormat.IsoBmff, new()));

    [Fact]
    public async Task OpenAsync_Empty_IsUndecodable()
    {
        var decoded = await Decoded.ReadAsync(new RepeatingSource([0], 0), ContainerFormat.IsoBmff);

        Assert.Equal("undecodable", Assert.Single(decoded.Problems).Code);
    }

    public void Dispose() => _clips.Dispose();

    private static ProgramLimits Short => new() { Time = TimeSpan.FromSeconds(15), CpuTime = TimeSpan.FromSeconds(5) };

    private static FrameSourceOptions Tight(ProgramLimits limits) => new() { Program = limits };

    private static async Task<int> CountAsync(FfmpegFrameSource source, FrameRequest request)
    {
        var count = 0;
        await foreach (var _ in source.ReadAsync(request))
        {
            count++;
        }

        return count;
    }

    private static int IndexOf(byte[] bytes, ReadOnlySpan<byte> text, int from) =>
        bytes.AsSpan(from).IndexOf(text) is >= 0 and var index ? from + index : -1;

    private static IEnumerable<int> Running(int mark) =>
        from folder in Directory.EnumerateDirectories("/proc")
        let id = int.TryParse(Path.GetFileName(folder), out var number) ? number : 0
        let line = CommandLine(folder)
        where id > 0 && line.Contains(mark.ToString(provider: null), StringComparison.Ordinal)
            && Path.GetFileName(line.Split('\0')[0]) == "ffmpeg"
        select id;

    private static string CommandLine(string folder)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(Path.Combine(folder, "cmdline")));
        }
        catch (IOException)
        {
            return ""; // It ended just now.
        }
    }

    private sealed class RepeatingSource(byte[] bytes, long length) : IByteSource
    {
        public long Length => length;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var from = (int)(offset % bytes.Length);
            var count = Math.Min(buffer.Length, bytes.Length - from);
            bytes.AsMemory(from, count).CopyTo(buffer);
            return ValueTask.FromResult(count);
        }
    }

    private sealed class FailingSource : IByteSource
    {
        public long Length => 1000;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("gone");
    }
}
