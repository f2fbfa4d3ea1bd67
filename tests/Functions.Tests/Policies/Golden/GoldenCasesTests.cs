using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Testing;

namespace VideoGate.Tests.Policies.Golden;

/// <summary>What the laws ask, case by case, by the policies that ship.</summary>
public sealed class GoldenCasesTests(ITestOutputHelper output)
{
    // About readers and takedowns: the tests that hold them, by file and method.
    private static readonly Dictionary<string, (string File, string Test)> HeldElsewhere = new()
    {
        ["IN-5"] = ("Functions.Tests/Takedowns/TakedownClockTests.cs", "\"IN-5\""),
        ["IN-6"] = ("Functions.Tests/Takedowns/TakedownClockTests.cs", "\"IN-6\""),
        ["US-1"] = ("Functions.Tests/Takedowns/TakedownClockTests.cs", "\"US-1\""),
        ["CN-6"] = ("Functions.Tests/Moderation/ExplicitLabelJudgementTests.cs", "ExplicitLabelCompliance.Present"),
        ["CN-7"] = ("Functions.Tests/Moderation/ExplicitLabelJudgementTests.cs", "ExplicitLabelCompliance.TooShort"),
        ["CN-8"] = ("Functions.Tests/Moderation/ExplicitLabelJudgementTests.cs", "ExplicitLabelCompliance.Incomplete"),
        ["CN-9"] = ("AiLabels.Tests/Containers/IsoBmffPlaceTests.cs", "aigc.multipleLabels"),
        ["CN-10"] = ("AiLabels.Tests/Gb45438/AigcLabelTests.cs", "aigc.characterSet"),
        ["CN-11"] = ("Functions.Tests/Publishing/LabelLossTests.cs", "Find_AigcLabelOfTheUploadIsGone_IsLost"),
        ["CA-3"] = ("Functions.Tests/Publishing/LabelLossTests.cs", "Find_ManifestNeitherInTheCopyNorBesideIt_IsStripped"),
        ["C2-1"] = ("AiLabels.Tests/C2pa/AssetRubricTests.cs", "Read_CreatedBySourceType_IsOfItsClass"),
        ["C2-2"] = ("AiLabels.Tests/C2pa/AssetRubricTests.cs", "Read_CreatedBySourceType_IsOfItsClass"),
        ["C2-3"] = ("AiLabels.Tests/C2pa/AssetRubricTests.cs", "Read_TranscoderOverAnAiParent_IsOfTheParentsClassOriginAndGenerator"),
        ["C2-4"] = ("AiLabels.Tests/C2pa/AssetRubricTests.cs", "Read_TrustedCameraWithAllActions_IsCaptured"),
        ["C2-5"] = ("AiLabels.Tests/C2pa/AssetRubricTests.cs", "Read_AnythingLess_IsNoEvidenceOfACapture"),
    };

    public static TheoryData<string> Decided() =>
        [.. GoldenCase.All.Select(row => row.Id).Where(id => !HeldElsewhere.ContainsKey(id))];

    [Theory]
    [MemberData(nameof(Decided))]
    public void Decide_GoldenCase_IsWhatTheLawAsks(string id)
    {
        var row = Row(id);
        Declaration?[] declarations = row.AnyDeclaration ? [.. Enum.GetValues<Declaration>()] : [null];

        var decisions = declarations.Select(row.Decide).ToList();

        Assert.All(decisions, decision => Assert.Equal(GoldenExpectation.Of(row), GoldenExpectation.Of(row, decision)));
    }

    [Theory]
    [InlineData("EU-4", false)]
    [InlineData("EU-5", true)]
    public void Decide_ProvidersMarking_IsRecordedFromItsDate(string id, bool isRecorded) => Assert.Equal(
        isRecorded, Row(id).Decide().Rules.Any(rule => rule.Id == "provider-marking-missing"));

    [Fact]
    public void All_GoldenCases_AreDecidedOrHeldElsewhere()
    {
        Assert.Equal(39, GoldenCase.All.Count);
        Assert.All(HeldElsewhere.Values, held => Assert.Contains(
            held.Test, File.ReadAllText(Path.Combine(Repository.Root, "tests", held.File)), StringComparison.Ordinal));
        foreach (var row in GoldenCase.All)
        {
            output.WriteLine($"{row.Id,-6} {Answer(row)}");
        }
    }

    private static string Answer(GoldenCase row) =>
        HeldElsewhere.TryGetValue(row.Id, out var held) ? $"held by {held.File}: {held.Test}"
        : Answer(row.Decide());

    private static string Answer(Decision decision) =>
        $"{CamelCase.Name(decision.Outcome)}, {decision.Reason}{Added(decision)} "
        + $"[{string.Join(' ', decision.Rules.Select(rule => rule.Id))}]";

    private static string Added(Decision decision) => string.Concat(
        decision.Notices.Select(notice => $"; notice {notice.Kind} {notice.Placement} {notice.Time}")
            .Concat(decision.Labels.Select(label => $"; label {label.Span} {label.Text}"))
            .Concat(decision.Disclosures.Select(item => $"; discloses {item}")));

    private static GoldenCase Row(string id) => GoldenCase.All.Single(row => row.Id == id);
}
