using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Appeals;

public static class AppealServices
{
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services.AddSingleton<RoundStarter>();
}
