namespace VideoGate.Local.Host.Tests.Support;

[CollectionDefinition]
public sealed class SharesRunningHost : ICollectionFixture<RunningHost>;
