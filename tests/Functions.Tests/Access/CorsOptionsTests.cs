using System.ComponentModel.DataAnnotations;
using VideoGate.Access;

namespace VideoGate.Tests.Access;

public sealed class CorsOptionsTests
{
    [Theory]
    [InlineData("https://www.example.com", true)]
    [InlineData("https://www.example.com:8443", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://www.example.com", false)]
    [InlineData("https://www.example.com/", false)]
    [InlineData("https://www.example.com/page", false)]
    [InlineData("https://user@www.example.com", false)]
    [InlineData("*", false)]
    [InlineData("null", false)]
    public void AllowedOrigins_OnlyOrigins_AreValid(string origin, bool valid)
    {
        // Arrange
        var options = new CorsOptions { AllowedOrigins = { origin } };

        // Assert
        Assert.Equal(valid, Validator.TryValidateObject(options, new(options), null, validateAllProperties: true));
    }
}
