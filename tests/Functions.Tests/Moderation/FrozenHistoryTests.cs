using System.Text.Json;
using Microsoft.DurableTask.Protobuf;
using Microsoft.Extensions.Logging.Abstractions;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Testing;
using VideoGate.Tests.Replay;

namespace VideoGate.Tests.Moderation;

/// <summary>
/// Histories written by each version of the orchestration (<c>Histories/{version}-{scenario}.json</c>), replayed from every turn by the
/// current code: it must schedule the same actions again, or cases that wait across a deployment fail. Histories of a released version
/// never change. A new version, or a new scenario, is frozen by <c>FREEZE_HISTORIES=1 dotnet test tests/Functions.Tests --filter
/// FrozenHistoryTests</c>.
/// </summary>
public sealed class FrozenHistoryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Functions.Tests/Moderation/Histories");

    private static readonly string[] Names =
        [.. Directory.GetFiles(Folder).Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Frozen { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Frozen))]
    public void ModerateVideo_ReplayedFromAnyTurn_AsksForWhatItAskedFor(string name)
    {
        var history = HistoryFile.Read(PathOf(name));
        var turns = Enumerable.Range(0, history.Count).Where(index => history[index].OrchestratorStarted is not null).ToList();

        Assert.True(turns.Count > 1);
        Assert.All(turns, start =>
        {
            var turn = history.Skip(start).TakeWhile(happened => happened.OrchestratorCompleted is null).ToList();

            var asked = TakeTurn(history[..start], turn.Where(happened => !IsDecided(happened)));

            Assert.Equal(turn.Where(IsDecided).Select(Describe), asked.Select(Describe));
        });
    }

    [Fact]
    public void Frozen_HaveEveryScenarioOfTheVersionThatNewCasesGet()
    {
        var version = CurrentVersion();

        Assert.Equal(HistoryScenarios.All.Keys.Order(StringComparer.Ordinal),
            Names.Where(name => name.StartsWith($"{version}-", StringComparison.Ordinal)).Select(name => name[(version.Length + 1)..]));
        Assert.All(Names,
            name => Assert.StartsWith(
                $"{HistoryFile.Read(PathOf(name)).First(happened => happened.ExecutionStarted is not null).ExecutionStarted.Version}-",
                    name, StringComparison.Ordinal));
    }

    /// <summary>
    /// Writes files into the repository. Keeps existing histories; before the first release of a version, delete one by hand to write it
    /// again.
    /// </summary>
    [Fact]
    public void Freeze_ScenariosThatAreNotYet()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("FREEZE_HISTORIES") is { Length: > 0 },
            "Set FREEZE_HISTORIES=1 to freeze histories of this version.");
        foreach (var (name, run) in HistoryScenarios.All)
        {
            var path = PathOf($"{CurrentVersion()}-{name}");
            if (!File.Exists(path))
            {
                HistoryFile.Write(path, run());
            }
        }
    }

    private static IEnumerable<HistoryEvent> TakeTurn(IEnumerable<HistoryEvent> past, IEnumerable<HistoryEvent> arrived)
    {
        var turn = new OrchestratorRequest { InstanceId = "frozen", PastEvents = { past }, NewEvents = { arrived } };
        var response = MicrosoftReplay.Run<ModerationRequest, CaseState>(turn, ModerateVideo.RunAsync, NullLoggerFactory.Instance);
        return response.Actions.Select(action => Events.Of(action, DateTimeOffset.UnixEpoch));
    }

    private static bool IsDecided(HistoryEvent happened) =>
        happened is not { TaskScheduled: null, TimerCreated: null, EventSent: null, ExecutionCompleted: null };

    /// <summary>
    /// The parts of a history that a replay is compared with, and the end. Inputs and timer times may change without a new version.
    /// </summary>
    private static string Describe(HistoryEvent decided) => decided switch
    {
        { TaskScheduled: { } task } => $"{decided.EventId} {task.Name}",
        { EventSent: { } sent } => $"{decided.EventId} event {sent.Name} to {sent.InstanceId}",
        { ExecutionCompleted: { } end } => $"{decided.EventId} {end.OrchestrationStatus} {end.Result} {end.FailureDetails}",
        _ => $"{decided.EventId} {decided.EventTypeCase}",
    };

    private static string CurrentVersion()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Repository.Root, "host.json")));
        return host.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("defaultVersion").GetString()!;
    }

    private static string PathOf(string name) => Path.Combine(Folder, $"{name}.json");
}
