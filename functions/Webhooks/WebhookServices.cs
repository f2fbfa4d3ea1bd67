using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using VideoGate.Audit;

namespace VideoGate.Webhooks;

public static class WebhookServices
{
    /// <summary>
    /// Adds webhooks to the endpoints of section <c>Webhooks</c>; requires the blob storage, the cases and their audit logs.
    /// </summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<WebhookOptions>, WebhookOptionsValidation>();
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddMetrics()
            .AddSingleton<WebhookMetrics>()
            .AddSingleton<WebhookClient>()
            .AddSingleton<WebhookOutbox>()
            .AddSingleton<IAuditObserver>(provider => provider.GetRequiredService<WebhookOutbox>());
    }
}
