using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Cases.Queue;
using VideoGate.Review.Queue;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

/// <remarks>Separate storage, where no other test writes to the queue.</remarks>
[Trait("Needs", "services")]
public sealed class QueueSnapshotsTests : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private readonly FakeTimeProvider _time = new(TestCases.Now);
    private ReviewQueueStore _index = null!;
    private QueueSnapshots _snapshots = null!;

    public async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        _index = new(await TestStorage.StartAsync(_azurite));
        _snapshots = new(_index, Options.Create(new ReviewOptions()), _time);
        await _index.AddAsync(TestCases.Quarantined("1"));
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Get_AskedOftenInAShortTime_ReadsOnce()
    {
        var first = await _snapshots.GetAsync(default);
        await _index.AddAsync(TestCases.Quarantined("2"));

        Assert.Same(first, await _snapshots.GetAsync(default));
    }

    [Fact]
    public async Task Get_SomewhatOld_IsAnsweredAtOnceAndReadAnew()
    {
        // Arrange
        var first = await _snapshots.GetAsync(default);
        await _index.AddAsync(TestCases.Quarantined("2"));
        _time.Advance(TimeSpan.FromSeconds(6));

        // Act
        var second = await _snapshots.GetAsync(default);

        // Assert
        Assert.Same(first, second);
        await Eventually.True(async () => (await _snapshots.GetAsync(default)).Reviews.Count == 2);
    }

    [Fact]
    public async Task Get_TooOld_WaitsForTheNewOne()
    {
        await _snapshots.GetAsync(default);
        await _index.AddAsync(TestCases.Quarantined("2"));
        _time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(2, (await _snapshots.GetAsync(default)).Reviews.Count);
    }
}
