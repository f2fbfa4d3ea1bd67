using System.Text.Json.Serialization;
using Microsoft.Extensions.Time.Testing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Storage;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed partial class ResumableWorkTests(AzuriteFixture azurite)
{
    private readonly FakeTimeProvider _time = new(TestCases.Now);

    [Fact]
    public async Task TakeUp_WhileAnotherRunIsAtIt_GetsNothing()
    {
        var work = await StartAsync("busy");
        await using var first = await work.TakeUpAsync(CancellationToken.None);

        Assert.NotNull(first);
        Assert.Null(await work.TakeUpAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TakeUp_AfterARunThatEnded_GoesOnWhereItSaved()
    {
        var work = await StartAsync("ended");
        await using (var first = await work.TakeUpAsync(CancellationToken.None))
        {
            Assert.Null(first!.Progress);
            Assert.True(await first.SaveAsync(new(7), CancellationToken.None));
        }

        await using var second = await work.TakeUpAsync(CancellationToken.None);

        Assert.Equal(new(7), second!.Progress);
        Assert.Equal(new(7), await work.LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task TakeUp_AfterARunThatWasKilled_GoesOnAndTheOtherHearsOfIt()
    {
        var work = await StartAsync("killed");
        var killed = await work.TakeUpAsync(CancellationToken.None);
        await killed!.SaveAsync(new(7), CancellationToken.None);

        _time.Advance(ResumableWork<Steps>.MaxWait + TimeSpan.FromSeconds(1));
        await using var second = await work.TakeUpAsync(CancellationToken.None);

        Assert.Equal(new(7), second!.Progress);
        Assert.False(await killed.SaveAsync(new(8), CancellationToken.None));
        await killed.DisposeAsync();
        Assert.Null(await work.TakeUpAsync(CancellationToken.None));
        Assert.True(await second.SaveAsync(new(9), CancellationToken.None));
    }

    private async Task<ResumableWork<Steps>> StartAsync(string name)
    {
        var storage = await TestStorage.StartAsync(azurite);
        return new(storage.Blob(new(Containers.Cases, $"resumable/{name}.json")), StepsJson.Default.CheckpointSteps, _time);
    }

    internal sealed record Steps(int Done);

    [JsonSerializable(typeof(Checkpoint<Steps>))]
    internal sealed partial class StepsJson : JsonSerializerContext;
}
