using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Microsoft.Extensions.Time.Testing;

namespace AiLabels.Tests.C2pa;

/// <summary>Cost of reading a whole file, and the results if the read does not reach its end.</summary>
public sealed class ContentCheckTests
{
    [Theory]
    [InlineData(SourceTypes.Trained, AiOrigin.Suspected)]
    [InlineData(SourceTypes.Capture, AiOrigin.NotFound)]
    public async Task ReadAsync_HashNotFinishedInTime_LeavesIntegrityUnverifiedAndTheRestAsItIs(string sourceType, AiOrigin expected)
    {
        // Arrange
        var time = new FakeTimeProvider();
        var options = new LabelReaderOptions { Timeout = TimeSpan.FromSeconds(30), HashTimeout = TimeSpan.FromMinutes(1) };
        var file = SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", sourceType));
        var source = new SlowSource(file, () => time.Advance(TimeSpan.FromMinutes(2)));

        // Act
        var report = await new LabelReader(options, time).ReadAsync(source);

        // Assert
        Assert.Equal(CredentialIntegrity.Unverified, report.Credentials.Integrity);
        Assert.Equal(expected, report.Origin);
        Assert.Contains(report.Problems, problem => problem.Code == "limit.hashTime");
    }

    [Fact]
    public async Task ReadAsync_HashThatTakesLongerThanMetadataMay_IsFinished()
    {
        // Arrange
        var time = new FakeTimeProvider();
        var options = new LabelReaderOptions { Timeout = TimeSpan.FromSeconds(30), HashTimeout = TimeSpan.FromMinutes(10) };
        var file = SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained));
        var source = new SlowSource(file, () => time.Advance(TimeSpan.FromMinutes(2)));

        // Act
        var report = await new LabelReader(options, time).ReadAsync(source);

        // Assert
        Assert.Equal((CredentialIntegrity.Intact, AiOrigin.Confirmed), (report.Credentials.Integrity, report.Origin));
    }

    [Fact]
    public async Task ReadAsync_CallerCancelsTheHash_Throws()
    {
        using var cancellation = new CancellationTokenSource();
        var file = SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained));
        var source = new SlowSource(file, cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new LabelReader(new(), TimeProvider.System).ReadAsync(source, cancellation.Token));
    }

    /// <summary>A file whose second request, which begins the hash, is slow.</summary>
    private sealed class SlowSource(byte[] file, Action wait) : IByteSource
    {
        private readonly MemoryByteSource _source = new(file);

        public long Length => _source.Length;

        public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_source.Requests == 1)
            {
                wait();
            }

            cancellationToken.ThrowIfCancellationRequested();
            return await _source.ReadAsync(offset, buffer, cancellationToken);
        }
    }
}
