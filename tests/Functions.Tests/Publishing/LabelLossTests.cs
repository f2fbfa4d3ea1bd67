using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

/// <summary>A copy never carries less than its original.</summary>
public sealed class LabelLossTests
{
    private static readonly Finding Aigc = Found(FindingKind.AigcLabel, AiOrigin.Confirmed);

    [Fact]
    public void Find_AigcLabelOfTheUploadIsGone_IsLost() =>
        Assert.Equal("label-lost", LabelLoss.Find(Report(Aigc), Report(), Made(beside: true))!.Code);

    [Fact]
    public void Find_CopyStatesLess_IsLost() =>
        Assert.Equal(
            "label-lost", LabelLoss.Find(Report(Aigc), Report(Aigc with { Says = AiOrigin.Suspected }), Made(beside: false))!.Code);

    [Theory]
    [InlineData(FindingKind.DigitalSourceType)]
    [InlineData(FindingKind.PlatformLabel)]
    public void Find_OtherLabelIsReplacedByOneThatStatesNoLess_IsKept(FindingKind kind)
    {
        var before = Report(Found(kind, AiOrigin.Possible));

        Assert.Null(LabelLoss.Find(before, Report(Aigc), Made(beside: false)));
        Assert.Equal("label-lost", LabelLoss.Find(before, Report(), Made(beside: false))!.Code);
    }

    [Fact]
    public void Find_TraceIsGone_IsNoLabelLost() =>
        Assert.Null(LabelLoss.Find(Report(Found(FindingKind.VendorTrace, AiOrigin.Suspected)), Report(), Made(beside: false)));

    [Theory]
    [InlineData(CredentialIntegrity.Intact)]
    [InlineData(CredentialIntegrity.Broken)]
    [InlineData(CredentialIntegrity.Unreadable)]
    public void Find_ManifestNeitherInTheCopyNorBesideIt_IsStripped(CredentialIntegrity integrity)
    {
        var before = Signed(integrity);

        Assert.Equal("provenance-stripped", LabelLoss.Find(before, Report(), Made(beside: false))!.Code);
        Assert.Null(LabelLoss.Find(before, Report(), Made(beside: true)));
        Assert.Null(LabelLoss.Find(before, Signed(CredentialIntegrity.Broken), Made(beside: false)));
    }

    [Fact]
    public void Find_AddressOfARemoteManifestIsGone_IsStripped()
    {
        var before = Report(Found(FindingKind.RemoteManifest, AiOrigin.NotFound));

        Assert.Equal("provenance-stripped", LabelLoss.Find(before, Report(Aigc), Made(beside: true))!.Code);
        Assert.Null(LabelLoss.Find(before, before, Made(beside: false)));
    }

    /// <summary>A manifest in a signed copy is the platform's own, which is no substitute for that of the upload.</summary>
    [Theory]
    [InlineData("urn:c2pa:1", null)]
    [InlineData(null, "provenance-stripped")]
    public void Find_SignedCopy_KeepsTheManifestThatIsItsParent(string? parent, string? lost)
    {
        var made = Made(beside: false) with { Signature = new() { Signer = "Platform", Manifest = "urn:c2pa:2", ParentManifest = parent } };

        var problem = LabelLoss.Find(Signed(CredentialIntegrity.Intact), Signed(CredentialIntegrity.Intact), made);

        Assert.Equal(lost, problem?.Code);
    }

    [Fact]
    public void Find_CopyThatCouldNotBeSigned_KeepsTheOldManifest()
    {
        var made = Made(beside: false) with { Signature = new() { Signer = "Platform", Problem = new("unsupportedContainer", "") } };

        Assert.Null(LabelLoss.Find(Signed(CredentialIntegrity.Intact), Signed(CredentialIntegrity.Broken), made));
    }

    private static LabellingResult Made(bool beside) => new()
    {
        OrderId = "order",
        Order = new() { Explicit = ExplicitChoice.None },
        At = TestCases.Opened,
        Credentials = beside ? new(Containers.Evidence, "case/original.mp4.c2pa") : null,
    };

    private static LabelReport Signed(CredentialIntegrity integrity) => Report() with { Credentials = new() { Integrity = integrity } };

    private static LabelReport Report(params Finding[] findings) =>
        new() { Origin = AiOrigin.Confirmed, Container = ContainerFacts.Unknown, Findings = findings };

    private static Finding Found(FindingKind kind, AiOrigin says) =>
        new() { Kind = kind, Says = says, Source = new("moov/udta", 0, 1), Raw = "https://example.com/manifest" };
}
