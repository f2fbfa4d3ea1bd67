using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Cases;

public sealed class LabelOrderTests
{
    private static readonly RequiredLabel Metadata = new(null) { Metadata = true, Jurisdiction = "CN" };
    private static readonly RequiredLabel India = new(LabelSpan.Start) { Jurisdiction = "IN" };
    private static readonly RequiredLabel VirtualHuman = new(LabelSpan.Throughout, "数字人") { Metadata = true, Jurisdiction = "CN" };

    public static TheoryData<RequiredLabel[], ExplicitChoice, string?> Orders() => new()
    {
        { [Metadata], ExplicitChoice.None, null },
        { [India], ExplicitChoice.Start, LabelTexts.English },
        { [Metadata, India], ExplicitChoice.Start, LabelTexts.English },
        { [VirtualHuman], ExplicitChoice.Throughout, LabelTexts.VirtualHuman },
        { [India, VirtualHuman], ExplicitChoice.Throughout, LabelTexts.VirtualHuman },
        { [India, new(LabelSpan.Start) { Jurisdiction = "CN" }], ExplicitChoice.Start, LabelTexts.Chinese },
        { [VirtualHuman, new(LabelSpan.Start, "AI-generated")], ExplicitChoice.Throughout, null },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void RequiredBy_LabelsOfSeveralLaws_FulfilsAllOfThem(RequiredLabel[] required, ExplicitChoice shown, string? text)
    {
        var order = LabelOrder.RequiredBy(Decided(required))!;

        Assert.Equal((shown, text), (order.Explicit, order.Text));
    }

    [Fact]
    public void RequiredBy_NoLawRequiresALabel_IsNone() => Assert.Null(LabelOrder.RequiredBy(Decided()));

    private static Decision Decided(params RequiredLabel[] required) => TestCases.Quarantined().Decision! with { Labels = required };
}
