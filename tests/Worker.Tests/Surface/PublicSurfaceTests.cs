using Microsoft.Azure.Functions.Worker;
using Surface;

namespace Worker.Tests.Surface;

public sealed class PublicSurfaceTests
{
    [SurfaceFact]
    public void StandIn_AgainstTheRealPackages_OffersNothingBeyondThem() => SurfaceAssert.IsSubset(
        typeof(FunctionContext).Assembly,
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Core",
        "Microsoft.Azure.Functions.Worker.Extensions.Abstractions",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask",
        "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.Storage.Blobs",
        "Microsoft.Azure.Functions.Worker.Extensions.Timer");
}
