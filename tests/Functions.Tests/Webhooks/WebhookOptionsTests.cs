using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.Webhooks;

namespace VideoGate.Tests.Webhooks;

public sealed class WebhookOptionsTests
{
    [Fact]
    public void Bind_Nothing_TellsNobody() => Assert.Empty(Bind([]).Endpoints);

    [Fact]
    public void Bind_GoodEndpoint_IsTaken()
    {
        var options = Bind(Endpoint("https://hooks.example.com/gate", WebhookReceiver.Secret));

        Assert.Equal("hooks.example.com", Assert.Single(options.Endpoints).Url!.Host);
    }

    [Fact]
    public void Bind_NamedLoopbackTarget_MayGoWithoutTls()
    {
        var settings = Endpoint("http://localhost:9000/", WebhookReceiver.Secret);
        settings["Webhooks:LoopbackTargets:0"] = "localhost:9000";

        Assert.Single(Bind(settings).Endpoints);
    }

    [Theory]
    [InlineData("http://hooks.example.com/", WebhookReceiver.Secret, "must be https")]
    [InlineData("http://localhost:9000/", WebhookReceiver.Secret, "must be https")]
    [InlineData("https://169.254.169.254/latest", WebhookReceiver.Secret, "not public")]
    [InlineData("https://[::1]/", WebhookReceiver.Secret, "not public")]
    [InlineData("https://user:pass@hooks.example.com/", WebhookReceiver.Secret, "credentials")]
    [InlineData("/hook", WebhookReceiver.Secret, "must be")]
    [InlineData("https://hooks.example.com/", "secret", "Secret must be")]
    [InlineData("https://hooks.example.com/", null, "Secret must be")]
    public void Bind_BadEndpoint_StopsTheStart(string url, string? secret, string because) => Assert.Contains(
        because, Assert.Throws<OptionsValidationException>(() => Bind(Endpoint(url, secret))).Message, StringComparison.Ordinal);

    private static Dictionary<string, string?> Endpoint(string url, string? secret) => new()
    {
        ["Webhooks:Endpoints:0:Url"] = url,
        ["Webhooks:Endpoints:0:Secret"] = secret,
    };

    private static WebhookOptions Bind(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddWebhooks()
        .BuildServiceProvider()
        .GetRequiredService<IOptions<WebhookOptions>>().Value;
}
