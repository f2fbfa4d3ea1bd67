namespace VideoGate.ReviewConsole.Tests;

/// <summary>Tests of this collection share one running product and one browser.</summary>
[CollectionDefinition]
public sealed class ConsoleTests : ICollectionFixture<ConsoleFixture>;
