using AiLabels.Reports;

namespace AiLabels.Tests;

public sealed class OriginAssessmentTests
{
    private static readonly Finding Label = Found(FindingKind.AigcLabel, AiOrigin.Confirmed, "label", "Kling");
    private static readonly Finding Capture = Found(FindingKind.DigitalSourceType, AiOrigin.NotFound, "xmp");
    private static readonly Finding Trace = Found(FindingKind.VendorTrace, AiOrigin.Suspected, "sei", "Jimeng");

    [Fact]
    public void Of_NothingFound_IsNotFound() => Assert.Equal(AiOrigin.NotFound, Of([]).Origin);

    [Theory]
    [InlineData("limit.boxes")]
    [InlineData("container.truncated")]
    [InlineData("xmp.malformed")]
    public void Of_PartOfTheFileUnread_IsInconclusive(string problem) =>
        Assert.Equal(AiOrigin.Inconclusive, Of([], new Problem(problem, "…")).Origin);

    [Fact]
    public void Of_UnreadableCredentials_IsInconclusive() =>
        Assert.Equal(
            AiOrigin.Inconclusive, OriginAssessment.Of([], [], new CredentialReport { Integrity = CredentialIntegrity.Unreadable }).Origin);

    [Fact]
    public void Of_LabelInAFileThatWasNotReadWhole_SaysWhatTheLabelSays() =>
        Assert.Equal(AiOrigin.Confirmed, Of([Label], new Problem("limit.bytes", "…")).Origin);

    [Fact]
    public void Of_SeveralFindings_TheStrongestCountsAndNamesTheGenerator()
    {
        var verdict = Of([Trace, Label]);

        Assert.Equal((AiOrigin.Confirmed, "Kling"), (verdict.Origin, verdict.Generator));
    }

    [Fact]
    public void Of_SourcesThatDisagreeOnOrigin_NamesBoth()
    {
        var conflict = Assert.Single(Of([Label, Capture]).Conflicts);

        Assert.Equal("conflict.origin", conflict.Code);
        Assert.Equal("label indicates AI while xmp does not indicate AI.", conflict.Message);
    }

    [Fact]
    public void Of_SourcesThatNameDifferentGenerators_NamesBoth()
    {
        var conflict = Assert.Single(Of([Label, Trace]).Conflicts);

        Assert.Equal("conflict.generator", conflict.Code);
        Assert.Equal("label points to Kling, sei to Jimeng.", conflict.Message);
    }

    [Fact]
    public void Of_AssertionsOfOneManifestStore_SpeakWithOneVoice()
    {
        var composite = Found(FindingKind.ContentCredential, AiOrigin.NotFound, "active");
        var ingredient = Found(FindingKind.ContentCredential, AiOrigin.Confirmed, "ingredient");

        Assert.Empty(Of([composite, ingredient, Label]).Conflicts);
    }

    private static OriginAssessment Of(Finding[] findings, params Problem[] problems) =>
        OriginAssessment.Of(findings, problems, CredentialReport.None);

    private static Finding Found(FindingKind kind, AiOrigin says, string path, string? generator = null) =>
        new() { Kind = kind, Says = says, Source = new Source(path, 0, 0), Generator = generator };
}
