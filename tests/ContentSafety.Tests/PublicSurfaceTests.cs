using Azure.AI.ContentSafety;
using VideoGate.Local.ContentSafety.Tests.Surface;

namespace VideoGate.Local.ContentSafety.Tests;

public sealed class PublicSurfaceTests
{
    [Fact]
    public void StandIn_AgainstTheRealPackage_OffersNothingBeyondIt() =>
        SurfaceAssert.IsSubset(typeof(ContentSafetyClient).Assembly, "Azure.AI.ContentSafety");
}
