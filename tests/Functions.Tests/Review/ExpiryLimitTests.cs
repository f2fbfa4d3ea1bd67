using Microsoft.Extensions.Time.Testing;
using VideoGate.Cases;
using VideoGate.Review.Queue;
using VideoGate.Testing;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

/// <remarks>An Azurite of its own, because the limit is a share of the whole queue.</remarks>
[Trait("Needs", "services")]
public sealed class ExpiryLimitTests : IAsyncLifetime
{
    private const int Open = 20;

    private readonly FakeTimeProvider _time = new(TestCases.Now.AddMinutes(10));
    private Azurite _azurite = null!;
    private Truth _truth = null!;

    public async ValueTask InitializeAsync()
    {
        _azurite = await Azurite.StartNewAsync();
        _truth = new(await TestStorage.StartAsync(_azurite.ConnectionString, _azurite.ConnectionString));
        foreach (var number in Enumerable.Range(0, Open))
        {
            await _truth.Queue.AddAsync(TestCases.Quarantined($"expiring {number}.mp4"));
        }
    }

    public ValueTask DisposeAsync() => _azurite.DisposeAsync();

    [Fact]
    public async Task Ask_MuchOfTheQueueAtOnce_HoldsAllButTheShare()
    {
        // Arrange
        var limit = Limit(share: 0.25);

        // Act
        var held = await AskAsync(limit, Open);

        // Assert
        Assert.Equal(Open - 5, held.Count(until => until is not null));
        Assert.All(held.OfType<DateTimeOffset>(), until => Assert.InRange(until, TestCases.Now.AddHours(1), TestCases.Now.AddHours(2)));
    }

    [Fact]
    public async Task Ask_NextHour_LetsTheShareOfItGo()
    {
        var limit = Limit(share: 0.25);
        await AskAsync(limit, Open);

        _time.Advance(TimeSpan.FromHours(1));
        var held = await AskAsync(limit, Open);

        // The five of the hour before are asked again, which tests do and reviews do not.
        Assert.Equal(Open - 5, held.Count(until => until is not null));
    }

    [Fact]
    public async Task Ask_TheSameReviewAgain_IsAnsweredAsBefore()
    {
        var limit = Limit(share: 0.05);

        Assert.Null((await limit.AskAsync("a", _time.GetUtcNow(), default)).HeldUntil);
        Assert.NotNull((await limit.AskAsync("b", _time.GetUtcNow(), default)).HeldUntil);
        Assert.Null((await limit.AskAsync("a", _time.GetUtcNow(), default)).HeldUntil);
    }

    [Fact]
    public async Task Ask_WholeQueueIsMeantToExpire_HoldsNone() =>
        Assert.All(await AskAsync(Limit(share: 1), Open), until => Assert.Null(until));

    [Fact]
    public async Task Release_HeldReviews_MayExpireUntilItEnds()
    {
        var limit = Limit(share: 0.05);
        await AskAsync(limit, Open);
        var now = _time.GetUtcNow();
        var release = new ExpiryRelease("sue", now, now.AddHours(24));

        await limit.ReleaseAsync(release, default);

        Assert.Equal(new(HeldUntil: null, release), await limit.AskAsync("case 99", now, default));
        await limit.ReleaseAsync(release with { Until = now }, default);
        Assert.NotNull((await limit.AskAsync("case 99", now, default)).HeldUntil);
    }

    private ExpiryLimit Limit(double share) => _truth.Expiries(_time, new ReviewOptions
    {
        MaxExpiryShare = share,
        MinExpiriesPerHour = 1,
        QueueRefresh = TimeSpan.Zero,
        QueueMaxAge = TimeSpan.Zero,
    });

    private async Task<List<DateTimeOffset?>> AskAsync(ExpiryLimit limit, int count)
    {
        List<DateTimeOffset?> held = [];
        foreach (var number in Enumerable.Range(0, count))
        {
            held.Add((await limit.AskAsync($"case {number}", _time.GetUtcNow(), default)).HeldUntil);
        }

        return held;
    }
}
