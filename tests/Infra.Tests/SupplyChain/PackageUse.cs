namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>What a package is used for, the most exposed first.</summary>
internal enum PackageUse
{
    App,
    Local,
    Tests,
}
