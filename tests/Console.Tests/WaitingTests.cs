namespace VideoGate.ReviewConsole.Tests;

/// <summary>
/// Tests that wait until a decision can no longer be undone, with a product and a browser of their own, so that the others need not wait
/// for them.
/// </summary>
[CollectionDefinition(Name)]
public sealed class WaitingTests : ICollectionFixture<ConsoleFixture>
{
    public const string Name = "Console, waiting";
}
