using AiLabels.Gb45438;

namespace AiLabels.Tests.Gb45438;

public sealed class UnifiedSocialCreditCodeTests
{
    [Theory]
    [InlineData("91110108335469089C")]
    [InlineData("9144030008867405X2")]
    [InlineData("91110102MACQD9K640")]
    [InlineData("91110108MACC4D63XF")]
    [InlineData("91330106MA2CFLDG4R")]
    [InlineData("91440101MA9Y9T4H7A")]
    [InlineData("9144030071526726XG")]
    [InlineData("91440300708461136T")]
    [InlineData("91110000802100433B")]
    public void HasValidCheckDigit_CodeOfAVendor_IsTrue(string code) => Assert.True(UnifiedSocialCreditCode.HasValidCheckDigit(code));

    [Theory]
    [InlineData("91110108335469089D")]
    [InlineData("91110108335469098C")]
    [InlineData("9111010833546908C")]
    [InlineData("9111010833546908IC")]
    [InlineData("")]
    public void HasValidCheckDigit_WrongCode_IsFalse(string code) => Assert.False(UnifiedSocialCreditCode.HasValidCheckDigit(code));
}
