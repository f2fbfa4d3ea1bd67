using System.Diagnostics;
using System.Globalization;
using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace VideoGate.Bench.Labels;

/// <summary>Writing a label into the metadata of big sparse files: the cost of a label grows with the index, not with the media.</summary>
internal static class LabelWriting
{
    private static readonly TimeSpan Allowed = TimeSpan.FromSeconds(1);

    private static readonly LabelToWrite Label = new() { Label = "1", ContentProducer = "kling", ProduceId = "sample-1" };

    /// <returns>Number of files whose label took more than a second until its first byte was ready, or was refused.</returns>
    public static async Task<int> RunAsync()
    {
        var wrong = 0;
        foreach (var (gibibytes, isFront) in ((int, bool)[])[(1, false), (1, true), (3, false)])
        {
            var path = Path.Combine(Path.GetTempPath(), $"label-{Guid.NewGuid():N}.mp4");
            Write(path, ((long)gibibytes << 30) - (1 << 20), isFront);
            using var file = new FileByteSource(path);
            using var output = new FirstWrite();
            var before = GC.GetTotalAllocatedBytes();
            var clock = Stopwatch.StartNew();
            var outcome = await new LabelWriter(new(), TimeProvider.System).WriteAsync(file, output, Label);
            wrong += outcome.IsWritten && output.At < Allowed ? 0 : 1;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {gibibytes} GiB, index {(isFront ? "in front" : "behind"),-8} ready {output.At.TotalMilliseconds,6:0} ms, whole copy {clock.Elapsed.TotalMilliseconds,6:0} ms, {(GC.GetTotalAllocatedBytes() - before) >> 10,7:#,0} KiB allocated {outcome.Message}"));
            File.Delete(path);
        }

        return wrong;
    }

    /// <summary>Writes headers alone; the media are a hole.</summary>
    private static void Write(string path, long media, bool isFront)
    {
        var moov = Moov(Movie.Trak(Movie.AvcC, "", 0, 0));
        using var file = File.Create(path);
        file.Write(isFront ? [.. Ftyp, .. moov] : Ftyp);
        file.Write([.. UInt32(1), .. "mdat"u8, .. UInt64((ulong)media)]);
        file.SetLength(file.Position + media - 16);
        file.Position = file.Length;
        file.Write(isFront ? [] : moov);
    }

    /// <summary>Discards what is written, and remembers when that began: until then the label is planned and verified.</summary>
    private sealed class FirstWrite : Stream
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public TimeSpan At { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => At = At == default ? _clock.Elapsed : At;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            At = At == default ? _clock.Elapsed : At;
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
