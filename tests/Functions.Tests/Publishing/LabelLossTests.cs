using AiLabels.Reports;
using VideoGate.Publishing;

namespace VideoGate.Tests.Publishing;

/// <summary>A copy never carries less than its original.</summary>
public sealed class LabelLossTests
{
    private static readonly Finding Aigc = Found(FindingKind.AigcLabel, AiOrigin.Confirmed);

    [Fact]
    public void Find_AigcLabelOfTheUploadIsGone_IsLost() =>
        Assert.Equal("label-lost", LabelLoss.Find(Report(Aigc), Report(), beside: true)!.Code);

    [Fact]
    public void Find_CopyStatesLess_IsLost() =>
        Assert.Equal(
            "label-lost", LabelLoss.Find(Report(Aigc), Report(Aigc with { Says = AiOrigin.Suspected }), beside: false)!.Code);

    [Theory]
    [InlineData(FindingKind.DigitalSourceType)]
    [InlineData(FindingKind.PlatformLabel)]
    public void Find_OtherLabelIsReplacedByOneThatStatesNoLess_IsKept(FindingKind kind)
    {
        var before = Report(Found(kind, AiOrigin.Possible));

        Assert.Null(LabelLoss.Find(before, Report(Aigc), beside: false));
        Assert.Equal("label-lost", LabelLoss.Find(before, Report(), beside: false)!.Code);
    }

    [Fact]
    public void Find_TraceIsGone_IsNoLabelLost() =>
        Assert.Null(LabelLoss.Find(Report(Found(FindingKind.VendorTrace, AiOrigin.Suspected)), Report(), beside: false));

    [Theory]
    [InlineData(CredentialIntegrity.Intact)]
    [InlineData(CredentialIntegrity.Broken)]
    [InlineData(CredentialIntegrity.Unreadable)]
    public void Find_ManifestNeitherInTheCopyNorBesideIt_IsStripped(CredentialIntegrity integrity)
    {
        var before = Signed(integrity);

        Assert.Equal("provenance-stripped", LabelLoss.Find(before, Report(), beside: false)!.Code);
        Assert.Null(LabelLoss.Find(before, Report(), beside: true));
        Assert.Null(LabelLoss.Find(before, Signed(CredentialIntegrity.Broken), beside: false));
    }

    [Fact]
    public void Find_AddressOfARemoteManifestIsGone_IsStripped()
    {
        var before = Report(Found(FindingKind.RemoteManifest, AiOrigin.NotFound));

        Assert.Equal("provenance-stripped", LabelLoss.Find(before, Report(Aigc), beside: true)!.Code);
        Assert.Null(LabelLoss.Find(before, before, beside: false));
    }

    private static LabelReport Signed(CredentialIntegrity integrity) => Report() with { Credentials = new() { Integrity = integrity } };

    private static LabelReport Report(params Finding[] findings) =>
        new() { Origin = AiOrigin.Confirmed, Container = ContainerFacts.Unknown, Findings = findings };

    private static Finding Found(FindingKind kind, AiOrigin says) =>
        new() { Kind = kind, Says = says, Source = new("moov/udta", 0, 1), Raw = "https://example.com/manifest" };
}
