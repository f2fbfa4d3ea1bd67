using Microsoft.Extensions.Configuration;

namespace Local.Worker.Settings;

/// <summary><c>host.json</c>, overridable by settings named <c>AzureFunctionsJobHost__section__key</c> as in Azure.</summary>
internal static class HostFile
{
    private const string OverridePrefix = "AzureFunctionsJobHost";

    public static IConfigurationRoot Read(string binaryDirectory, IConfiguration settings) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(binaryDirectory, "host.json"), optional: true)
        .AddConfiguration(settings.GetSection(OverridePrefix))
        .Build();
}
