using Microsoft.Extensions.DependencyInjection;

namespace Serverless.Appeals;

public static class AppealServices
{
    public static IServiceCollection AddAppeals(this IServiceCollection services) => services.AddSingleton<RoundStarter>();
}
