namespace VideoGate.Tests.Storage;

/// <summary>Valid blob names that careless addressing would change or resolve to another container.</summary>
public sealed class NastyNames : TheoryData<string>
{
    public NastyNames()
    {
        AddRange(
            "plain.mp4",
            "文件 视频.mp4",
            "é e\u0301 å.mp4",
            "🎬👩‍🚀.mp4",
            "it's \"quoted\".mp4",
            "100%.mp4",
            "a%2Fb%20c%2e%2e.mp4",
            "what?.mp4",
            "part#1.mp4",
            "a&b=c+d;e.mp4",
            "../published/evil.mp4",
            "../../evil.mp4",
            "./here.mp4",
            "a/../b.mp4",
            "a/./b.mp4",
            "/leading.mp4",
            "//double//slash.mp4",
            "trailing/",
            "...",
            " space ",
            "<script>alert(1)</script>.mp4");
    }
}
