using VideoGate.Cases;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Tests.Cases;

public sealed class CaseOrchestrationTests
{
    private static readonly string Id = CaseId.For("uploads", "video.mp4", "1");

    public static TheoryData<string, string?> Instances { get; } = new()
    {
        { Id, Id },
        { $"{Id}-round2", Id },
        { $"webhook-{Id}-msg_1", null },
        { $"backtest-{Id}", null },
        { "", null },
    };

    [Theory]
    [MemberData(nameof(Instances))]
    public void CaseOf_Instance_IsTheCaseThatItCarries(string instanceId, string? expected) =>
        Assert.Equal(expected, CaseOrchestration.CaseIdOf(instanceId));
}
