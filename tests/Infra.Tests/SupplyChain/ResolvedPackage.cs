namespace VideoGate.Infra.Tests.SupplyChain;

/// <summary>A package in the version that a restore on this machine resolved.</summary>
internal sealed record ResolvedPackage(string Name, string Version, PackageUse Use);
