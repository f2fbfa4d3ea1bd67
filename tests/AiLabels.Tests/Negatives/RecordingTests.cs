using AiLabels.Containers;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Negatives;

/// <summary>What cameras, phones and screen recorders write is no label, and leaves no doubt that there is none.</summary>
public sealed class RecordingTests
{
    public static TheoryData<string> Names => [.. Recording.All.Select(static recording => recording.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_Recording_IsNotFoundAndConclusive(string name)
    {
        // Arrange
        var file = Recording.All.Single(recording => recording.Name == name).Build();

        // Act
        var report = await Inspect.Bytes(file);

        // Assert
        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Null(report.Generator);
        Assert.Empty(report.Findings);
        Assert.Equal(CredentialIntegrity.None, report.Credentials.Integrity);
        Assert.NotEqual(ContainerFormat.Unknown, ContainerSniffer.Sniff(file));
    }

    [Fact]
    public void Recordings_OfAllKinds_AreAtLeastNineteen() => Assert.InRange(Recording.All.Count, 19, int.MaxValue);
}
