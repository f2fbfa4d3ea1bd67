using Microsoft.Extensions.DependencyInjection;

namespace VideoGate.Declarations;

public static class DeclarationServices
{
    /// <summary>Adds changes of declarations; requires the review.</summary>
    public static IServiceCollection AddDeclarations(this IServiceCollection services) => services.AddSingleton<DeclarationHandler>();
}
