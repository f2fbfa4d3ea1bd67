namespace VideoGate.Tests.Support;

[CollectionDefinition]
public sealed class AzuriteTests : ICollectionFixture<AzuriteFixture>;
