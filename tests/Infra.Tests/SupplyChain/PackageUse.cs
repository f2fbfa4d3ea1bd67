namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>Uses of a package, the most exposed first.</summary>
internal enum PackageUse
{
    App,
    Local,
    Tests,
}
