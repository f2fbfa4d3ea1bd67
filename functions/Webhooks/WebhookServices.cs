using Microsoft.Extensions.DependencyInjection;
using VideoGate.Audit;
using VideoGate.Audit.Anchors;

namespace VideoGate.Webhooks;

public static class WebhookServices
{
    /// <summary>
    /// Adds webhooks to the endpoints of section <c>Webhooks</c>; requires the blob storage, the cases and their audit logs.
    /// </summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddValidated<WebhookOptions, WebhookOptionsValidation>(WebhookOptions.Section);
        return services
            .AddMetrics()
            .AddSingleton<WebhookMetrics>()
            .AddSingleton<WebhookClient>()
            .AddSingleton<WebhookOutbox>()
            .AddSingleton<AnchorEvents>()
            .AddSingleton<IAnchorObserver>(provider => provider.GetRequiredService<AnchorEvents>())
            .AddSingleton<IAuditObserver>(provider => provider.GetRequiredService<WebhookOutbox>());
    }
}
