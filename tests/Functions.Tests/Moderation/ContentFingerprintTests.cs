using AiLabels.Reading;
using VideoGate.Moderation;

namespace VideoGate.Tests.Moderation;

public sealed class ContentFingerprintTests
{
    private const int Part = 64 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Part)]
    [InlineData((3 * Part) + 1)]
    [InlineData(10 * Part)]
    public async Task Of_TheSameBytes_IsTheSame(int length)
    {
        Assert.Equal(await OfAsync(Bytes(length)), await OfAsync(Bytes(length)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5 * Part)]
    [InlineData((10 * Part) - 1)]
    public async Task Of_OneOtherByteAtStartMiddleOrEnd_IsAnother(int position)
    {
        var changed = Bytes(10 * Part);
        changed[position] ^= 1;

        Assert.NotEqual(await OfAsync(Bytes(10 * Part)), await OfAsync(changed));
    }

    [Fact]
    public async Task Of_OneByteMore_IsAnother()
    {
        Assert.NotEqual(await OfAsync(new byte[10 * Part]), await OfAsync(new byte[(10 * Part) + 1]));
    }

    [Fact]
    public async Task Of_ALongFile_ReadsThreeParts()
    {
        // Arrange
        var source = new Source(new byte[50 * Part]);

        // Act
        await ContentFingerprint.OfAsync(source, CancellationToken.None);

        // Assert
        Assert.Equal(3 * Part, source.Served);
    }

    private static byte[] Bytes(int length) => [.. Enumerable.Range(0, length).Select(index => (byte)(index * 31))];

    private static Task<string> OfAsync(byte[] bytes) => ContentFingerprint.OfAsync(new Source(bytes), CancellationToken.None);

    private sealed class Source(byte[] bytes) : IByteSource
    {
        public long Length => bytes.Length;

        public long Served { get; private set; }

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, Length - offset);
            bytes.AsMemory((int)offset, count).CopyTo(buffer);
            Served += count;
            return ValueTask.FromResult(count);
        }
    }
}
