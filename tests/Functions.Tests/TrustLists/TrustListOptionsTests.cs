using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.TrustLists;

namespace VideoGate.Tests.TrustLists;

public sealed class TrustListOptionsTests
{
    [Fact]
    public void Bind_Nothing_JudgesNobody() => Assert.Empty(Bind(new() { ["TrustLists:Signers"] = "" }).Configured);

    [Fact]
    public void Bind_NamedLoopbackTarget_MayGoWithoutTls()
    {
        var options =
            Bind(new() { ["TrustLists:Signers"] = "http://127.0.0.1:9000/a.pem", ["TrustLists:LoopbackTargets:0"] = "127.0.0.1:9000" });

        Assert.Equal(TrustListKind.Signers, Assert.Single(options.Configured).Kind);
    }

    [Theory]
    [InlineData("TrustLists:Signers", "http://lists.example/a.pem", "TrustLists:Signers must be https")]
    [InlineData("TrustLists:TimeStampers", "https://10.0.0.1/a.pem", "TrustLists:TimeStampers names an address that is not public")]
    [InlineData("TrustLists:Signers", "a.pem", "TrustLists:Signers must be an absolute URL")]
    [InlineData("TrustLists:MaxAge", "00:00:01", "MaxAge")]
    public void Bind_BadSetting_StopsTheStart(string name, string value, string because) => Assert.Contains(
        because, Assert.Throws<OptionsValidationException>(() => Bind(new() { [name] = value })).Message, StringComparison.Ordinal);

    private static TrustListOptions Bind(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddTrustLists()
        .BuildServiceProvider()
        .GetRequiredService<IOptions<TrustListOptions>>().Value;
}
