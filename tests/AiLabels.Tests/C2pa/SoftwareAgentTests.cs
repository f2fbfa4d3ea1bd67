using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>A generator that an action names without a source type, in every form that versions of the specification have.</summary>
public sealed class SoftwareAgentTests
{
    private static readonly Dictionary<string, Map> Forms = new()
    {
        ["text"] = Actions(new Map { ["action"] = "c2pa.created", ["softwareAgent"] = "Dreamina/7.5.0" }),
        ["map"] = Actions(
            new Map { ["action"] = "c2pa.edited", ["softwareAgent"] = new Map { ["name"] = "Dreamina", ["version"] = "7.5.0" } }),
        ["array"] = Actions(
            new Map { ["action"] = "c2pa.edited", ["softwareAgent"] = new object?[] { "Editor", new Map { ["name"] = "Dreamina" } } }),
        ["index"] = new(Actions(new Map { ["action"] = "c2pa.edited", ["softwareAgentIndex"] = 1 }))
        {
            ["softwareAgents"] = new object?[] { new Map { ["name"] = "Editor" }, new Map { ["name"] = "Dreamina" } },
        },
        ["indexes"] = new(Actions(new Map { ["action"] = "c2pa.edited", ["softwareAgentIndex"] = new object?[] { 0, 1, 7 } }))
        {
            ["softwareAgents"] = new object?[] { new Map { ["name"] = "Editor" }, new Map { ["name"] = "Dreamina" } },
        },
        ["related"] = Actions(new Map
        {
            ["action"] = "c2pa.edited",
            ["related"] = new object?[] { new Map { ["action"] = "c2pa.drawing", ["softwareAgent"] = "Dreamina" } },
        }),
        ["beside a capture"] = Actions(
            new Map { ["action"] = "c2pa.created", ["digitalSourceType"] = SourceTypes.Capture },
            new Map { ["action"] = "c2pa.edited", ["softwareAgent"] = "Dreamina" }),
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_GeneratorWithoutSourceType_IsSuspectedAndNamed(string form)
    {
        var report = await Inspect.Bytes(SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.actions.v2", Forms[form])));

        Assert.Equal((AiOrigin.Suspected, "Jimeng"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task Read_OtherProgramsWithoutSourceType_SayNothing()
    {
        var actions = Actions(
            new Map { ["action"] = "c2pa.opened", ["softwareAgent"] = "Editor" },
            new Map { ["action"] = "c2pa.edited", ["softwareAgent"] = new object?[] { 1, null, new Map() }, ["softwareAgentIndex"] = "x" });

        var report = await Inspect.Bytes(SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.actions.v2", actions)));

        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
    }

    [Theory]
    [InlineData("digsrctype:trainedAlgorithmicMedia", AiOrigin.Confirmed)]
    [InlineData("https://www.cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/", AiOrigin.Confirmed)]
    [InlineData("https://example.org/trainedAlgorithmicMedia", AiOrigin.NotFound)]
    public async Task Read_SourceTypeOfAnAction_IsReadOrNamed(string value, AiOrigin origin)
    {
        var report = await Inspect.Bytes(SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", value)));

        Assert.Equal(origin, report.Origin);
        Assert.Equal(origin == AiOrigin.NotFound, report.Problems.Any(problem => problem.Code == "iptc.digitalSourceType.unknown"));
    }

    private static Map Actions(params Map[] actions) => new() { ["actions"] = actions };
}
