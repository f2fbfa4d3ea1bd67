using VideoGate.Audit;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Audit;

public sealed class ErasableTextTests
{
    private static readonly string CaseId = TestCases.Inspecting().CaseId;

    [Theory]
    [InlineData("a.mp4")]
    [InlineData("视频 🎬 \"x\"\n.mp4")]
    [InlineData("enc:AAAA")]
    public void Read_WithTheKeyOfTheCase_GivesTheText(string text)
    {
        // Arrange
        var key = ErasableText.NewKey();

        // Act
        var entries = Log(Opened(text, key));

        // Assert
        var held = entries[0].Data["upload"];
        Assert.NotEqual(text, held);
        Assert.Equal("1", entries[0].Data["etag"]);
        Assert.Equal(text, ErasableText.Read(entries, key)[held]);
    }

    [Fact]
    public void Read_WithoutTheKey_OrWithAnother_GivesNothing()
    {
        // Arrange
        var entries = Log(Opened("a.mp4", ErasableText.NewKey()));

        // Act, Assert
        Assert.Empty(ErasableText.Read(entries, null));
        Assert.Empty(ErasableText.Read(entries, ErasableText.NewKey()));
    }

    /// <remarks>A repeated attempt must write the same bytes; equal texts of two events must not show that they are equal.</remarks>
    [Fact]
    public void Encrypt_SameEvent_IsTheSame_AndOfAnotherEventIsNot()
    {
        // Arrange
        var key = ErasableText.NewKey();

        // Act
        var (first, again, other) =
            (Log(Opened("a", key))[0], Log(Opened("a", key))[0], Log(Opened("a", key) with { Id = "opened:2" })[0]);

        // Assert
        Assert.Equal(first.Data["upload"], again.Data["upload"]);
        Assert.NotEqual(first.Data["upload"], other.Data["upload"]);
    }

    [Theory]
    [InlineData("enc:")]
    [InlineData("enc:AA")]
    [InlineData("enc:not base64")]
    public void Read_WhatOnlyLooksEncrypted_IsLeftAsItIs(string text) =>
        Assert.Empty(ErasableText.Read(Log(Opened(text, key: null)), ErasableText.NewKey()));

    [Fact]
    public void Table_ErasableData_AreDataOfTheirType() =>
        Assert.All(AuditEventTypes.All, type => Assert.Empty((type.Erasable ?? []).Except(type.Data)));

    private static AuditEvent Opened(string upload, string? key) =>
        new("opened", "system", new() { ["upload"] = upload, ["etag"] = "1" }) { Key = key };

    private static IReadOnlyList<AuditEntry> Log(AuditEvent added) =>
        AuditChain.Verify(CaseId, AuditChain.Extend(CaseId, null, [added], TestCases.Opened).Lines).Entries;
}
