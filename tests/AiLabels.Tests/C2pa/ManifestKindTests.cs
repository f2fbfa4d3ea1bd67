using System.IO.Compression;
using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

/// <summary>Update manifests and compressed ones.</summary>
public sealed class ManifestKindTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

    [Fact]
    public async Task Read_UpdateStoreAtTheEnd_IsBoundByTheOriginalsHash()
    {
        var original = new ManifestBuilder("urn:c2pa:original").Action("c2pa.created", Trained);
        var file = WithPurposeOriginal(SignedMp4.Build(original));
        var update = new ManifestBuilder("urn:c2pa:update") { Type = "c2um" }.Ingredient("parentOf", original);

        byte[] updated = [.. file, .. SignedMp4.C2paBox(Jumbf.Store(update.Build()), "update")];
        var report = await Inspect.Bytes(updated);

        Assert.Equal((CredentialIntegrity.Intact, "urn:c2pa:update"), (report.Credentials.Integrity, report.Credentials.ActiveManifest));
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        updated[file.Length - 1] ^= 1;
        Assert.Equal(CredentialIntegrity.Broken, (await Inspect.Bytes(updated)).Credentials.Integrity);
    }

    [Fact]
    public async Task Read_UpdateOfAnotherManifestThanTheOneThatBinds_IsBroken()
    {
        // Arrange
        var taken = new ManifestBuilder("urn:c2pa:original").Action("c2pa.created", Trained);
        var update = new ManifestBuilder("urn:c2pa:update") { Type = "c2um" }.Ingredient("parentOf", taken);
        var file = WithPurposeOriginal(SignedMp4.Build(new ManifestBuilder("urn:c2pa:original").Action("c2pa.created", Trained, "Other")));

        // Act
        var report = await Inspect.Bytes([.. file, .. SignedMp4.C2paBox(Jumbf.Store(update.Build()), "update")]);

        // Assert
        Assert.Equal((CredentialIntegrity.Broken, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
    }

    /// <summary>What its signers said last is lost, so nothing that they said before may count as their word on this file.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(200)]
    public async Task Read_UpdateThatIsCutOff_LeavesTheOriginalReadableAndBroken(int left)
    {
        // Arrange
        var original = new ManifestBuilder("urn:c2pa:original").Action("c2pa.created", Trained);
        var file = WithPurposeOriginal(SignedMp4.Build(original));
        var update = new ManifestBuilder("urn:c2pa:update") { Type = "c2um" }.Ingredient("parentOf", original);
        var end = SignedMp4.C2paBox(Jumbf.Store(update.Build()), "update");

        // Act
        var report = await Inspect.Bytes([.. file, .. end[..(left == 1 ? end.Length - 1 : left)]]);

        // Assert
        Assert.Equal((CredentialIntegrity.Broken, "urn:c2pa:original"), (report.Credentials.Integrity, report.Credentials.ActiveManifest));
        Assert.Equal(AiOrigin.Suspected, report.Origin);
        Assert.Contains(report.Problems, problem => problem.Code == "manifest.update.invalid");
    }

    [Fact]
    public async Task Read_UpdateWithoutItsOriginal_IsBroken()
    {
        // Arrange
        var update = new ManifestBuilder("urn:c2pa:update") { Type = "c2um" }.Action("c2pa.published");

        // Act
        var report = await Inspect.Bytes([.. Mp4.FileWith(), .. SignedMp4.C2paBox(Jumbf.Store(update.Build()), "update")]);

        // Assert
        Assert.Equal((CredentialIntegrity.Broken, "urn:c2pa:update"), (report.Credentials.Integrity, report.Credentials.ActiveManifest));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Read_ClaimOfAnotherLabel_IsFoundByItsTypeAndNotIntact(int version)
    {
        // Arrange
        var manifest = new ManifestBuilder("urn:c2pa:1") { ClaimVersion = version, ClaimLabel = "c2pa.claim.v9" };

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(manifest.Action("c2pa.created", Trained)));

        // Assert
        Assert.Equal((CredentialIntegrity.Broken, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
    }

    [Fact]
    public async Task Read_SpecVersion_IsReported()
    {
        // Arrange
        var manifest = new ManifestBuilder("urn:c2pa:1") { GeneratorInfo = new() { ["specVersion"] = "2.4.0" } };

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(manifest.Action("c2pa.created", Trained)));

        // Assert
        Assert.Equal("2.4.0", report.Credentials.SpecVersion);
    }

    [Fact]
    public async Task Read_StandardManifestInAnUpdateStore_IsUnreadable()
    {
        // Arrange
        var original = new ManifestBuilder("urn:c2pa:original").Action("c2pa.created", Trained);
        var file = WithPurposeOriginal(SignedMp4.Build(original));
        var forged = new ManifestBuilder("urn:c2pa:forged").Ingredient("parentOf", original);

        // Act
        var report = await Inspect.Bytes([.. file, .. SignedMp4.C2paBox(Jumbf.Store(forged.Build()), "update")]);

        // Assert
        Assert.Equal(CredentialIntegrity.Unreadable, report.Credentials.Integrity);
        Assert.Contains(report.Problems, problem => problem.Code == "manifest.update.invalid");
    }

    [Fact]
    public async Task Read_CompressedManifest_IsReadAsIfItWereNot()
    {
        var report = await Inspect.Bytes(SignedMp4.Embed(Compress("urn:c2pa:1", Unbound().Build())));

        Assert.Equal("urn:c2pa:1", report.Credentials.ActiveManifest);
        Assert.Equal("trainedAlgorithmicMedia", Assert.Single(report.Findings).Details["digitalSourceType"]);
    }

    [Fact]
    public async Task Read_CompressedManifestThatIsDamagedForgedOrABomb_IsUnreadable()
    {
        byte[][] stores =
        [
            Jumbf.Store(Jumbf.Superbox("c2cm", "urn:c2pa:1", Jumbf.Box("brob", [1, 2, 3]))),
            Jumbf.Store(Jumbf.Superbox("c2cm", "urn:c2pa:1")),
            Compress("urn:c2pa:other", Unbound().Build()),
            Compress("urn:c2pa:1", new byte[64 << 20]),
        ];

        foreach (var store in stores)
        {
            var report = await Inspect.Bytes(SignedMp4.Embed(store));
            Assert.Equal(CredentialIntegrity.Unreadable, report.Credentials.Integrity);
            Assert.Contains(report.Problems, problem => problem.Code == "manifest.compressed.invalid");
        }
    }

    private static ManifestBuilder Unbound() => new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", Trained);

    private static byte[] Compress(string label, byte[] manifest)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(manifest);
        }

        return Jumbf.Store(Jumbf.Superbox("c2cm", label, Jumbf.Box("brob", compressed.ToArray())));
    }

    /// <summary>The purpose is not hashed, and both words have the same length.</summary>
    private static byte[] WithPurposeOriginal(byte[] file)
    {
        Encoding.ASCII.GetBytes("original", file.AsSpan(file.AsSpan().IndexOf("manifest\0"u8)));
        return file;
    }
}
