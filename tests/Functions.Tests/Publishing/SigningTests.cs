using AiLabels;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

/// <summary>Labelled copies that the platform signs, from the decision to publication, with real storage and the real encoder.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class SigningTests(AzuriteFixture azurite)
{
    private static readonly TestPki Root = TestPki.Root("CN=Platform Root");
    private static readonly LabelOrder MetadataOnly = new() { Explicit = ExplicitChoice.None };
    private static readonly LabelOrder AtStart = new() { Explicit = ExplicitChoice.Start, Text = LabelTexts.Chinese };

    public static TheoryData<bool> Orders => [false, true];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Label_SignedUpload_PublishesACopySignedByThePlatformWithTheUploadAsParent(bool overPicture)
    {
        // Arrange
        var (video, manifest) = await SignedUpload.OfAsync(Videos.Talking);
        await using var approved = await StartAsync($"signed-{overPicture}.mp4", video, overPicture ? AtStart : MetadataOnly);

        // Act
        Assert.Null(await approved.LabelAsync());
        await approved.PublishAsync();

        // Assert
        var closed = await approved.CaseAsync();
        var report = await ReadAsync(approved, closed.Location!);
        Assert.Equal((CredentialIntegrity.Intact, SignerTrust.Trusted), (report.Credentials.Integrity, report.Credentials.Signer));
        Assert.StartsWith("VideoGate/", report.Credentials.ClaimGenerator, StringComparison.Ordinal);
        Assert.Empty(report.Problems);
        Assert.Single(report.Findings, finding => finding.Kind is FindingKind.AigcLabel);
        var signature = closed.Labelling!.Signature!;
        Assert.Equal((report.Credentials.ActiveManifest, manifest), (signature.Manifest, signature.ParentManifest));
        var labelled = Assert.Single(await approved.AuditAsync(), entry => entry.Type == "labelled");
        Assert.Equal((TestClaimSigner.Name, signature.Manifest), (labelled.Data["signer"], labelled.Data["manifest"]));
        var provenance = PublishedDisclosure.Of(closed).Provenance;
        Assert.Equal(new CopyProvenance(TestClaimSigner.Name, signature.Manifest!, manifest), provenance.Copy);
        Assert.NotNull(await approved.ReadAsync(provenance.Manifest!));
    }

    [Fact]
    public async Task Label_UploadWithoutCredentials_IsSignedWithAParentWithoutManifest()
    {
        // Arrange
        await using var approved = await StartAsync("unsigned.mp4", Videos.Talking, MetadataOnly);

        // Act
        Assert.Null(await approved.LabelAsync());
        await approved.PublishAsync();

        // Assert
        var closed = await approved.CaseAsync();
        Assert.Equal(CredentialIntegrity.Intact, (await ReadAsync(approved, closed.Location!)).Credentials.Integrity);
        Assert.NotNull(closed.Labelling!.Signature!.Manifest);
        Assert.Null(closed.Labelling.Signature.ParentManifest);
    }

    [Fact]
    public async Task Label_ContainerThatHoldsNoCredentialsHere_IsPublishedUnsignedWithTheReason()
    {
        // Arrange
        await using var approved = await StartAsync("video.mkv", Videos.Matroska, MetadataOnly);

        // Act
        Assert.Null(await approved.LabelAsync());
        await approved.PublishAsync();

        // Assert
        var closed = await approved.CaseAsync();
        Assert.Equal(CaseState.Published, closed.State);
        Assert.Equal("unsupportedContainer", closed.Labelling!.Signature!.Problem!.Code);
        Assert.Null(PublishedDisclosure.Of(closed).Provenance.Copy);
    }

    private Task<ApprovedCase> StartAsync(string name, BinaryData video, LabelOrder order) =>
        ApprovedCase.StartAsync(azurite, name, video, order, ("Signer", TestClaimSigner.Pkcs12(Root)));

    private static async Task<LabelReport> ReadAsync(ApprovedCase approved, BlobLocation published) => await Inspect.Source(
        new MemoryByteSource((await approved.ReadAsync(published))!),
        new LabelReaderOptions { SignerAnchors = Root.AsAnchors });
}
