using Microsoft.Extensions.DependencyInjection;

namespace Serverless.Cases;

public static class CaseServices
{
    /// <summary>Adds <see cref="CaseStore"/>, <see cref="ReviewIndex"/> and <see cref="UploadTicketStore"/>; needs the blob storage.</summary>
    public static IServiceCollection AddCases(this IServiceCollection services) => services
        .AddSingleton<CaseStore>()
        .AddSingleton<ReviewIndex>()
        .AddSingleton<UploadTicketStore>();
}
