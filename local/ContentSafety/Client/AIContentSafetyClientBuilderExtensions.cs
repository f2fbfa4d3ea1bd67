using Azure;
using Azure.AI.ContentSafety;
using Azure.Core.Extensions;

namespace Microsoft.Extensions.Azure;

public static class AIContentSafetyClientBuilderExtensions
{
    public static IAzureClientBuilder<ContentSafetyClient, ContentSafetyClientOptions> AddContentSafetyClient<TBuilder>(
        this TBuilder builder, Uri endpoint, AzureKeyCredential credential)
        where TBuilder : IAzureClientFactoryBuilder =>
        builder.RegisterClientFactory<ContentSafetyClient, ContentSafetyClientOptions>(
            options => new ContentSafetyClient(endpoint, credential, options));

    public static IAzureClientBuilder<ContentSafetyClient, ContentSafetyClientOptions> AddContentSafetyClient<TBuilder>(
        this TBuilder builder, Uri endpoint)
        where TBuilder : IAzureClientFactoryBuilderWithCredential =>
        builder.RegisterClientFactory<ContentSafetyClient, ContentSafetyClientOptions>(
            (options, credential) => new ContentSafetyClient(endpoint, credential, options));

    public static IAzureClientBuilder<ContentSafetyClient, ContentSafetyClientOptions> AddContentSafetyClient<TBuilder, TConfiguration>(
        this TBuilder builder, TConfiguration configuration)
        where TBuilder : IAzureClientFactoryBuilderWithConfiguration<TConfiguration> =>
        builder.RegisterClientFactory<ContentSafetyClient, ContentSafetyClientOptions>(configuration);
}
