using AiLabels.Testing;

namespace AiLabels.Tests.Evasion;

/// <summary>
/// Labels that an uploader hides from readers without removing them. Article 10 of the Measures forbids to hide a label, and a platform has
/// to look for it (article 6); what cannot be looked at is said, never called clear.
/// </summary>
public sealed class EvasionTests
{
    public static TheoryData<string> Names => [.. Evasion.All.Select(static evasion => evasion.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task ReadAsync_HiddenLabel_IsFoundOrSaid(string name)
    {
        // Arrange
        var evasion = Evasion.All.Single(evasion => evasion.Name == name);

        // Act
        var report = await Inspect.Bytes(evasion.Build());

        // Assert
        Assert.True(
            Evasion.Rank(report.Origin) >= Evasion.Rank(evasion.Least),
            $"{report.Origin} instead of {evasion.Least}. {evasion.Why} {string.Join(' ', report.Problems)}");
    }

    [Fact]
    public void Evasions_OfAllReaders_AreAtLeastTwenty() => Assert.InRange(Evasion.All.Count, 20, int.MaxValue);
}
