using VideoGate.Cases;

namespace VideoGate.Tests.Cases;

public sealed class CaseIdTests
{
    // echo -n 'uploads/a.mp40x8DC' | openssl dgst -sha256 -binary | base32 | tr A-Z a-z | cut -c1-26
    [Fact]
    public void For_KnownBlob_IsTheBase32OfItsSha256() =>
        Assert.Equal("fj4txa72vew6rwc4g2m7wuexuw", CaseId.For("uploads", "a.mp4", "0x8DC"));

    [Fact]
    public void For_QuotedETag_IsTheSameCase() =>
        Assert.Equal(CaseId.For("uploads", "a.mp4", "0x8DC"), CaseId.For("uploads", "a.mp4", "\"0x8DC\""));

    [Fact]
    public void For_AnotherVersionNameOrContainer_IsAnotherCase()
    {
        string[] ids =
        [
            CaseId.For("uploads", "a.mp4", "0x8DC"),
            CaseId.For("uploads", "a.mp4", "0x8DD"),
            CaseId.For("uploads", "A.mp4", "0x8DC"),
            CaseId.For("published", "a.mp4", "0x8DC"),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.True(CaseId.IsValid(id)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("../tickets/aaaaaaaaaaaaaaa")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaa1")]
    public void IsValid_AnythingElse_IsFalse(string? text) => Assert.False(CaseId.IsValid(text));
}
