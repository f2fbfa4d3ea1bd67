namespace VideoGate.Tests.Api;

/// <summary>Tests of this collection share one running app.</summary>
[CollectionDefinition]
public sealed class ApiTests : ICollectionFixture<ApiFixture>;
