using Azure;
using Azure.AI.ContentSafety;
using Azure.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.Storage;

namespace VideoGate.Safety;

public static class SafetyServices
{
    /// <summary>Adds <see cref="SafetyAnalyzer"/>, configured by section <c>ContentSafety</c>.</summary>
    public static IServiceCollection AddSafety(this IServiceCollection services)
    {
        services.AddValidated<ContentSafetyOptions>(ContentSafetyOptions.Section)
            .Validate(options => options.IsProtected, "ContentSafety:Endpoint must be an https address, or http on this machine.");
        return services
            .AddMetrics()
            .AddSingleton<SafetyMetrics>()
            .AddSingleton(provider => Client(
                provider.GetRequiredService<IOptions<ContentSafetyOptions>>().Value,
                provider.GetRequiredService<IConfiguration>(),
                provider.GetRequiredService<SafetyMetrics>()))
            .AddSingleton<SafetyAnalyzer>();
    }

    private static ContentSafetyClient Client(ContentSafetyOptions options, IConfiguration configuration, SafetyMetrics metrics)
    {
        var client = new ContentSafetyClientOptions { RetryPolicy = new ShortRetryPolicy() };
        client.Retry.NetworkTimeout = options.Timeout;
        client.AddPolicy(metrics.CountThrottling(), HttpPipelinePosition.PerRetry);
        return options.Key is { Length: > 0 } key
            ? new ContentSafetyClient(options.Endpoint, new AzureKeyCredential(key), client)
            : new ContentSafetyClient(options.Endpoint, StorageCredential.For(configuration, ContentSafetyOptions.Section), client);
    }
}
