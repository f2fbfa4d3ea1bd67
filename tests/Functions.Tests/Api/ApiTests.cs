namespace VideoGate.Tests.Api;

/// <summary>Tests of this collection share one running app.</summary>
[CollectionDefinition(Name)]
public sealed class ApiTests : ICollectionFixture<ApiFixture>
{
    public const string Name = "Api";
}
