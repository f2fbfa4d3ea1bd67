using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class StorageClockPolicyTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(10, true)]
    [InlineData(-10, true)]
    public async Task Request_ToStorage_ComparesTheClocks(int minutes, bool disagrees)
    {
        // Arrange
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow().AddMinutes(minutes));
        var options = Options.Create(new StorageOptions());
        var clock = new StorageClock(time, options, NullLogger<StorageClock>.Instance);
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["IntakeStorage"] = azurite.ConnectionString,
            ["PublishStorage"] = azurite.ConnectionString,
            ["AuditStorage"] = azurite.ConnectionString,
        }).Build();
        var storage = new BlobStorage(options, configuration, TimeProvider.System, clock);

        // Act
        await storage.Container(Containers.Cases).ExistsAsync();

        // Assert
        Assert.Equal(disagrees, clock.Disagrees);
        Assert.InRange(clock.Offset.TotalMinutes, -minutes - 0.5, -minutes + 0.5);
    }
}
