using Microsoft.DurableTask.Client;
using Surface;

namespace DurableTask.Tests.Surface;

public sealed class PublicSurfaceTests
{
    [SurfaceFact]
    public void StandIn_AgainstTheRealPackages_OffersNothingBeyondThem() => SurfaceAssert.IsSubset(
        typeof(DurableTaskClient).Assembly, "Microsoft.DurableTask.Abstractions", "Microsoft.DurableTask.Client", "DurableTask.Core");
}
