using Microsoft.Extensions.Time.Testing;
using VideoGate.Cases.Orchestration;

namespace VideoGate.Tests.Cases;

public sealed class LimitedPlacesTests : IDisposable
{
    private const int Places = 2;

    private readonly FakeTimeProvider _time = new();
    private readonly LimitedPlaces _queue;

    public LimitedPlacesTests() => _queue = new(Places, Places, _time);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Enter_PlacesAreFree_EntersAtOnce()
    {
        Assert.NotNull((await EnterAsync("a")).Place);
        Assert.NotNull((await EnterAsync("b")).Place);
    }

    [Fact]
    public async Task Enter_PlacesAreTaken_AsManyWaitInsideAndTheRestIsToldToWait()
    {
        var (running, inside) = await FillAsync();

        var outside = await EnterAsync("e");

        Assert.All(inside, entered => Assert.False(entered.IsCompleted));
        Assert.Null(outside.Place);
        Assert.InRange(outside.Wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

        running[0].Dispose();
        Assert.NotNull((await inside[0]).Place);
        Assert.False(inside[1].IsCompleted);
    }

    [Fact]
    public async Task Enter_FirstToHaveAsked_GoesFirst()
    {
        var (running, inside) = await FillAsync();
        var first = await EnterAsync("first");
        running[0].Dispose();
        await inside[0];

        var second = await EnterAsync("second");
        var again = EnterAsync("first");

        Assert.Null(second.Place);
        Assert.True(second.Wait >= first.Wait);
        Assert.False(again.IsCompleted);
    }

    [Fact]
    public async Task Enter_FirstDoesNotComeBack_NextOnesDoNotWaitForIt()
    {
        var (running, inside) = await FillAsync();
        var (_, wait) = await EnterAsync("absent");
        running[0].Dispose();
        await inside[0];

        _time.Advance(wait + TimeSpan.FromMinutes(1));

        Assert.False(EnterAsync("second").IsCompleted);
    }

    [Fact]
    public async Task Enter_PlaceIsEmpty_GoesToAnyCaseThatAsks()
    {
        var (running, inside) = await FillAsync();
        await EnterAsync("first");
        running.ForEach(place => place.Dispose());
        foreach (var entered in inside)
        {
            (await entered).Place!.Dispose();
        }

        Assert.NotNull((await EnterAsync("second")).Place);
    }

    [Fact]
    public async Task Enter_LongQueue_IsToldToWaitByItsPositionAndTheTimeThatOthersTook()
    {
        var (running, inside) = await FillAsync();
        _time.Advance(TimeSpan.FromSeconds(60));
        running.ForEach(place => place.Dispose());
        await Task.WhenAll(inside);
        var filling = new[] { EnterAsync("x"), EnterAsync("y") };

        var waits = new List<TimeSpan>();
        for (var index = 0; index < 8; index++)
        {
            waits.Add((await EnterAsync($"outside-{index}")).Wait);
        }

        Assert.All(filling, entered => Assert.False(entered.IsCompleted));
        Assert.Equal(waits.Order(), waits);
        Assert.InRange(waits[0], TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        Assert.Equal(TimeSpan.FromMinutes(1), waits[^1]);
    }

    [Fact]
    public async Task Enter_CancelledInside_LeavesItsPlaceToTheNext()
    {
        using var shutdown = new CancellationTokenSource();
        using var queue = new LimitedPlaces(1, 1, _time);
        using var place = (await queue.EnterAsync("a", default)).Place;
        var waiting = queue.EnterAsync("b", shutdown.Token);
        await shutdown.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(queue.EnterAsync("c", default).IsCompleted);
    }

    [Fact]
    public async Task Enter_NoneMayWaitInside_IsToldToWait()
    {
        using var queue = new LimitedPlaces(1, inside: 0, _time);
        using var place = (await queue.EnterAsync("a", default)).Place;

        Assert.Null((await queue.EnterAsync("b", default)).Place);
    }

    [Fact]
    public async Task Enter_LeftTwice_CountsOnce()
    {
        var first = (await EnterAsync("a")).Place!;
        first.Dispose();
        first.Dispose();

        await EnterAsync("b");
        await EnterAsync("c");

        Assert.False(EnterAsync("d").IsCompleted);
    }

    /// <summary>Takes all places, and those inside.</summary>
    private async Task<(List<IDisposable> Running, Task<(IDisposable? Place, TimeSpan Wait)>[] Inside)> FillAsync()
    {
        List<IDisposable> running = [(await EnterAsync("a")).Place!, (await EnterAsync("b")).Place!];
        return (running, [EnterAsync("c"), EnterAsync("d")]);
    }

    private Task<(IDisposable? Place, TimeSpan Wait)> EnterAsync(string caseId) => _queue.EnterAsync(caseId, CancellationToken.None);
}
