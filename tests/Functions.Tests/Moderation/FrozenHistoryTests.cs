using System.Text.Json;
using Local.Durable.History;
using Local.Durable.Replay;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging.Abstractions;
using Serverless.Moderation;
using Serverless.Tests.Support;

namespace Serverless.Tests.Moderation;

/// <summary>
/// Histories that each version of the app wrote (<c>Histories/</c>), replayed turn by turn by the code of today: it must decide again what was decided
/// then, or cases that wait across a deployment would fail.
/// </summary>
public sealed class FrozenHistoryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Functions.Tests/Moderation/Histories");

    private static readonly string[] Names = [.. Directory.GetFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Frozen { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Frozen))]
    public void ModerateVideo_ReplayedFromAnyTurn_DecidesAsItDid(string name)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, $"{name}.json")));
        var history = document.RootElement;
        var turns = history.GetProperty("turns").EnumerateArray().Select(turn => HistoryJson.ReadEvents(turn.GetRawText())).ToList();

        Assert.All(Enumerable.Range(0, turns.Count), turn => Assert.Equal(HistoryJson.Write(turns[turn]), HistoryJson.Write(TakeTurn(history, turns, turn))));
    }

    [Fact]
    public void Frozen_HaveEveryVersionThatMayStillWait()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "host.json")));
        var current = host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString();

        Assert.Equal(["1.0.0", "1.1.0", current], Names.Select(name => name.Split('-')[0]).Distinct());
    }

    private static List<HistoryEvent> TakeTurn(JsonElement history, List<List<HistoryEvent>> turns, int turn)
    {
        var version = Text(history, "version");
        var run = new OrchestrationRun(
            new(1, Text(history, "id"), 1, Text(history, "name"), version, Text(history, "input"), null),
            new(new(JsonDataConverter.Default), NullLoggerFactory.Instance, version),
            async context => (object?)await ModerateVideo.RunAsync(context),
            () => Assert.Fail("The orchestrator left its thread."));
        run.Replay(turns.Take(turn).SelectMany(past => past));

        var arrivals = turns[turn].Where(happened => happened is not (TurnStarted or DecisionEvent or ExecutionEnded)).ToList();
        return run.Advance(turns[turn].OfType<TurnStarted>().Single().At, arrivals).Events;
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;
}
