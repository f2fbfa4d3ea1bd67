namespace VideoGate.Infra.Tests.Walk;

/// <summary>Tests that hold the code against what <c>infra/</c> makes.</summary>
[CollectionDefinition(Name)]
public sealed class Provisioned : ICollectionFixture<ProvisionedFixture>
{
    public const string Name = "provisioned";

    public static TheoryData<string> Environments { get; } = [.. ProvisionedFixture.Environments];
}
