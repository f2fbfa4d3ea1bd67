using Local.Durable.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Local.Durable.Engine;

/// <summary>Which statuses of an existing instance refuse a new one with its id.</summary>
internal static class DedupeStatuses
{
    /// <summary>
    /// The statuses in <paramref name="names"/>. When null the outcome is the backend's: here, as with the Functions extension's default, an instance that has
    /// not ended refuses and one that has is replaced.
    /// </summary>
    /// <exception cref="ArgumentException">A name is no status that can refuse, or they contradict each other.</exception>
    public static IReadOnlyCollection<OrchestrationRuntimeStatus> Parse(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            return RuntimeStatuses.Active;
        }

        var statuses = names.Select(Parse).ToHashSet();
        if (statuses.Contains(OrchestrationRuntimeStatus.Terminated) && RuntimeStatuses.Active.Any(status => !statuses.Contains(status)))
        {
            throw new ArgumentException(
                "Dedupe statuses cannot list Terminated and leave out a running status: replacing a running instance terminates it first, and then it would be refused.",
                nameof(names));
        }

        return statuses;
    }

    private static OrchestrationRuntimeStatus Parse(string name) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            && StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Contains(status)
                ? status
                : throw new ArgumentException($"'{name}' is no dedupe status; use one of {string.Join(", ", StartOrchestrationOptionsExtensions.ValidDedupeStatuses)}.", nameof(name));
}
