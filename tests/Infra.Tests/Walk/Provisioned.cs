namespace VideoGate.Infra.Tests.Walk;

/// <summary>Tests that compare the code with the resources of <c>infra/</c>.</summary>
[CollectionDefinition]
public sealed class Provisioned : ICollectionFixture<ProvisionedFixture>
{
    public static TheoryData<string> Environments { get; } = [.. ProvisionedFixture.Environments];
}
