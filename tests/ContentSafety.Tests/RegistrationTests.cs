using Azure;
using Azure.AI.ContentSafety;
using Microsoft.Extensions.Azure;
using Microsoft.Extensions.DependencyInjection;

namespace ContentSafety.Tests;

public sealed class RegistrationTests(RunningEmulator emulator) : IClassFixture<RunningEmulator>
{
    [Fact]
    public async Task Client_RegisteredWithAzureClients_ReachesTheEndpoint()
    {
        var services = new ServiceCollection();
        services.AddAzureClients(clients => clients.AddContentSafetyClient(emulator.Endpoint, new AzureKeyCredential(RunningEmulator.Key)));
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<ContentSafetyClient>().AnalyzeTextAsync("text");

        Assert.Equal(4, result.Value.CategoriesAnalysis.Count);
    }
}
