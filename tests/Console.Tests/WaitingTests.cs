namespace VideoGate.ReviewConsole.Tests;

/// <summary>
/// Tests that wait until a decision can no longer be undone, with their own product and browser, so that the others need not wait.
/// </summary>
[CollectionDefinition]
public sealed class WaitingTests : ICollectionFixture<ConsoleFixture>;
