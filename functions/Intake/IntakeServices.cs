using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using VideoGate.Storage;

namespace VideoGate.Intake;

public static class IntakeServices
{
    public static IServiceCollection AddIntake(this IServiceCollection services)
    {
        services.AddValidated<IntakeOptions>(IntakeOptions.Section);
        services.AddMetrics().AddSingleton<IntakeMetrics>().AddSingleton<CaseStarter>()
            .AddSingleton<UploadProgress>().AddSingleton<UploadWait>().AddHostedService<UploadOrigins>();
        return services.AddSingleton(
            provider => new PoisonMessages(Queues(provider.GetRequiredService<IConfiguration>(), "IntakeStorage")));
    }

    // The blob trigger's connection, resolved as the Functions host resolves it: the host keeps its poison queue in that account.
    private static QueueServiceClient Queues(IConfiguration configuration, string connection) =>
        configuration[connection] is { Length: > 0 } text
        ? new QueueServiceClient(text)
        : new QueueServiceClient(
            new Uri(configuration[$"{connection}:queueServiceUri"]!), StorageCredential.For(configuration, connection));
}
