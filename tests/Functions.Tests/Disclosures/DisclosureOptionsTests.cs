using System.ComponentModel.DataAnnotations;
using VideoGate.Disclosures;

namespace VideoGate.Tests.Disclosures;

public sealed class DisclosureOptionsTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("https://example.com/contact", true)]
    [InlineData("mailto:trust@example.com", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("http://example.com/contact", false)]
    [InlineData("/contact", false)]
    public void Contact_OnlyHttpsAndMailto_AreValid(string? contact, bool valid)
    {
        // Arrange
        var options = new DisclosureOptions { Contact = contact is null ? null : new(contact, UriKind.RelativeOrAbsolute) };

        // Assert
        Assert.Equal(valid, Validator.TryValidateObject(options, new(options), null, validateAllProperties: true));
    }
}
