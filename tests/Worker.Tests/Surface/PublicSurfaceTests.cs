using Microsoft.Azure.Functions.Worker;
using Surface;

namespace Worker.Tests.Surface;

public sealed class PublicSurfaceTests
{
    private static readonly string[] Packages =
    [
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Core",
        "Microsoft.Azure.Functions.Worker.Extensions.Abstractions",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask",
        "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer",
    ];

    /// <summary>What is used of Microsoft.Azure.Functions.Worker.OpenTelemetry 1.2.0, as that package has it.</summary>
    private const string OpenTelemetry = """
        static class Microsoft.Azure.Functions.Worker.OpenTelemetry.ConfigureFunctionsOpenTelemetry
          static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder)
        """;

    [SurfaceFact]
    public void StandIn_AgainstTheRealPackages_OffersNothingBeyondThem() => SurfaceAssert.IsSubset(
        typeof(FunctionContext).Assembly.GetExportedTypes(), new SurfaceListing(Packages.Select(Listings.Read).Append(OpenTelemetry)));
}
