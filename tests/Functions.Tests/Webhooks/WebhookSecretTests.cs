using Microsoft.AspNetCore.Http;
using StandardWebhooks;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    private const string OtherSecret = "whsec_bm90IHRoZSBzYW1lIHNlY3JldCBhcyBiZWZvcmU=";

    private static readonly DateTimeOffset Sent = DateTimeOffset.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void Sign_TheReferenceExampleOfStandardWebhooks_IsItsSignature() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.Sign(new() { Secret = WebhookReceiver.Secret }, "msg_p5jXN8AQM9LWM0D4loKWxJek", Sent, """{"test": 2432232314}"""));

    [Fact]
    public void Sign_VerifiedByTheReferenceLibrary_IsAccepted()
    {
        // Arrange
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        var signature = WebhookSecret.Sign(new() { Secret = WebhookReceiver.Secret }, "msg_1", now, "{}");
        var headers = new HeaderDictionary
        {
            ["webhook-id"] = "msg_1",
            ["webhook-timestamp"] = $"{now.ToUnixTimeSeconds()}",
            ["webhook-signature"] = signature,
        };

        // Act: throws if the signature is not the payload's.
        var failure = Record.Exception(() => new StandardWebhook(WebhookReceiver.Secret).Verify("{}", headers));
        var tampered = Record.Exception(() => new StandardWebhook(WebhookReceiver.Secret).Verify("{ }", headers));

        // Assert
        Assert.Null(failure);
        Assert.NotNull(tampered);
    }

    [Fact]
    public void Sign_WhileTheSecretIsChanged_HasASignatureByEach()
    {
        var both = WebhookSecret.Sign(new() { Secret = WebhookReceiver.Secret, SecondSecret = OtherSecret }, "msg_1", Sent, "{}")
            .Split(' ');

        Assert.Equal(
            [
                WebhookSecret.Sign(new() { Secret = WebhookReceiver.Secret }, "msg_1", Sent, "{}"),
                WebhookSecret.Sign(new() { Secret = OtherSecret }, "msg_1", Sent, "{}"),
            ],
            both);
    }

    [Theory]
    [InlineData(WebhookReceiver.Secret, true)]
    [InlineData("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", false)]
    [InlineData("whsec_c2hvcnQ=", false)]
    [InlineData("whsec_not base64 at all !", false)]
    [InlineData(null, false)]
    public void IsValid_Secret_HasItsPrefixAndEnoughBytes(string? secret, bool valid) => Assert.Equal(valid, WebhookSecret.IsValid(secret));
}
