using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.Safety;

namespace VideoGate.Tests.Safety;

public sealed class SafetyOptionsTests
{
    [Theory]
    [InlineData("https://name.cognitiveservices.azure.com", "key")]
    [InlineData("https://name.cognitiveservices.azure.com", null)]
    [InlineData("http://127.0.0.1:7071/local", "key")]
    public void Options_Complete_AreTaken(string endpoint, string? key)
    {
        using var services = Services(("Endpoint", endpoint), ("Key", key));

        Assert.NotNull(services.GetRequiredService<SafetyAnalyzer>());
    }

    [Theory]
    [InlineData("Endpoint", null, "Set ContentSafety:Endpoint to the address")]
    [InlineData("Endpoint", "http://name.cognitiveservices.azure.com", "must be an https address")]
    [InlineData("Endpoint", "name.cognitiveservices.azure.com", "must be an https address")]
    [InlineData("MaxParallelCalls", "0", "MaxParallelCalls must be between 1 and 64")]
    [InlineData("Timeout", "00:00:00.5", "Timeout must be between 00:00:01 and 00:02:00")]
    public void Options_Wrong_StopTheStartWithTheRemedy(string setting, string? value, string remedy)
    {
        using var services = Services(("Endpoint", "https://name.cognitiveservices.azure.com"), (setting, value));

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<SafetyAnalyzer>());

        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string? Value)[] settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in settings)
        {
            values[$"ContentSafety:{name}"] = value;
        }

        return new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton(TimeProvider.System)
            .AddLogging()
            .AddSafety()
            .BuildServiceProvider();
    }
}
