using System.Security.Cryptography;
using AiLabels.C2pa.Cose;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class KnownCertificatesTests
{
    private static readonly TestPki Root = TestPki.Root();

    private readonly KnownCertificates _known = new();

    [Fact]
    public void Load_SameBytes_IsTheSameCertificate()
    {
        // Arrange
        var encoded = Root.Leaf(new()).Certificate.RawData;

        // Act
        var first = _known.Load(encoded);

        // Assert
        Assert.Equal(encoded, first.RawData);
        Assert.Same(first, _known.Load([.. encoded]));
    }

    [Fact]
    public void Load_OneByteChanged_IsAnotherCertificateOrNone()
    {
        var encoded = Root.Leaf(new()).Certificate.RawData;
        _known.Load(encoded);
        byte[] changed = [.. encoded[..^1], (byte)(encoded[^1] ^ 1)];

        Assert.Equal(changed, _known.Load(changed).RawData);
        Assert.Throws<CryptographicException>(() => _known.Load(encoded.AsSpan(1)));
    }

    [Fact]
    public void Load_MoreThanThereIsRoomFor_LetsThoseGoThatNobodyAsksFor()
    {
        var asked = Root.Leaf(new()).Certificate.RawData;
        var unasked = Root.Leaf(new() { Serial = [0x77] }).Certificate.RawData;
        var (first, other) = (_known.Load(asked), _known.Load(unasked));
        var template = Root.Leaf(new() { Serial = [0x66] }).Certificate.RawData;

        // The last bytes are those of the signature, which this test does not verify.
        for (var i = 0; i < 1_000; i++)
        {
            _known.Load([.. template[..^2], (byte)(i >> 8), (byte)i]);
            Assert.Same(first, _known.Load(asked));
        }

        Assert.NotSame(other, _known.Load(unasked));
        Assert.Equal(unasked, other.RawData);
    }

    [Fact]
    public async Task ReadAsync_SameSignerOnManyThreads_IsTrustedOnAll()
    {
        // Arrange
        var file = SignedMp4.Build(
            new ManifestBuilder("urn:c2pa:1") { Signer = Root.Signer() }.Action("c2pa.created", SourceTypes.Trained));
        var options = new LabelReaderOptions { SignerAnchors = Root.AsAnchors };

        // Act
        var reports =
            await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => Inspect.Source(new MemoryByteSource(file), options))));

        // Assert
        Assert.All(reports,
            report => Assert.Equal(
                (CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer)));
    }
}
