using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Intake;

namespace VideoGate.Tests.Intake;

public sealed class UploadRequestTests
{
    private const long Most = 1000;

    private static readonly UploadRequest Good =
        new() { FileName = "a.mp4", Declaration = Declaration.NotAi, Title = "标题", Description = "one\ntwo" };

    [Fact]
    public void Validate_GoodRequest_HasNoProblem()
    {
        Assert.Null(Good.Validate(Most));
    }

    [Theory]
    [InlineData("a.mp4", 1000)]
    [InlineData("stream.ts", null)]
    [InlineData("no extension", 1)]
    [InlineData("a.unknown", null)]
    public void Validate_NameAndLengthThatMayBeAVideos_AreGood(string name, int? length) =>
        Assert.Null((Good with { FileName = name, ContentLength = length }).Validate(Most));

    public static TheoryData<string> Bad => new(BadRequests.Keys);

    [Theory]
    [MemberData(nameof(Bad))]
    public void Validate_BadRequest_IsInvalid(string what)
    {
        Assert.Equal(Problems.Invalid, BadRequests[what].Validate(Most)?.Type);
    }

    private static Dictionary<string, UploadRequest> BadRequests { get; } = new()
    {
        ["no file name"] = Good with { FileName = null },
        ["no usable file name"] = Good with { FileName = ".." },
        ["name of an archive"] = Good with { FileName = "videos.ZIP" },
        ["name of a picture"] = Good with { FileName = "a.mp4.jpg" },
        ["empty file"] = Good with { ContentLength = 0 },
        ["file too large"] = Good with { ContentLength = Most + 1 },
        ["no declaration"] = Good with { Declaration = null },
        ["not asked"] = Good with { Declaration = Declaration.NotAsked },
        ["kind of no edit"] = Good with { Declaration = Declaration.Generated, EditKind = EditKind.Routine },
        ["no jurisdiction"] = Good with { Jurisdictions = ["Europe"] },
        ["too many jurisdictions"] = Good with { Jurisdictions = [.. Enumerable.Repeat("CN", 33)] },
        ["long title"] = Good with { Title = new string('x', UploadRequest.MaxTitle + 1) },
        ["long description"] = Good with { Description = new string('x', UploadRequest.MaxDescription + 1) },
        ["control character"] = Good with { Title = "a\u0007" },
    };
}
