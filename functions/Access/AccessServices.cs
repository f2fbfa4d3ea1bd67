using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using VideoGate.Http;

namespace VideoGate.Access;

public static class AccessServices
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        AccessTable.Verify(AccessTable.HttpFunctionsOf(typeof(AccessTable).Assembly));
        services.AddValidated<IdentityOptions>(IdentityOptions.Section);
        services.AddValidated<CorsOptions>(CorsOptions.Section);
        return services.AddSingleton<TokenValidator>();
    }

    /// <summary>
    /// Guards every HTTP function. Register after <c>ConfigureFunctionsWebApplication()</c> and before any other middleware.
    /// </summary>
    public static IFunctionsWorkerApplicationBuilder UseAccess(this IFunctionsWorkerApplicationBuilder builder) => builder
        .UseWhen<ProblemMiddleware>(HttpInvocation.IsHttp)
        .UseWhen<CorsMiddleware>(HttpInvocation.IsHttp)
        .UseWhen<AuthenticationMiddleware>(HttpInvocation.IsHttp);
}
