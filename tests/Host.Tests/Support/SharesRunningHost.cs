namespace VideoGate.Local.Host.Tests.Support;

[CollectionDefinition(Name)]
public sealed class SharesRunningHost : ICollectionFixture<RunningHost>
{
    public const string Name = "One running host";
}
