namespace VideoGate.Tests.EndToEnd;

/// <summary>One such gate for all tests of a class.</summary>
public sealed class ContentFixture : IAsyncLifetime
{
    internal ContentGate Content { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Content = await ContentGate.StartAsync("PT10M");

    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
