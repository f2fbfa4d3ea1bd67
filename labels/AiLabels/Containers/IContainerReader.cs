using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary>
/// Reads one container format. Adds what it finds to the <see cref="InspectionContext"/> at once, so that a limit loses nothing found
/// before.
/// </summary>
internal interface IContainerReader
{
    /// <summary>Gets the container facts read so far.</summary>
    ContainerFacts Facts { get; }

    /// <exception cref="LimitReachedException">A limit was reached.</exception>
    ValueTask ReadAsync();

    /// <summary>Counts what was not read after <see cref="ReadAsync"/> ended at a limit; null if the rest may be damaged.</summary>
    ValueTask<UnreadRest?> CountUnreadAsync() => ValueTask.FromResult<UnreadRest?>(null);

    /// <summary>Lists the structures of the file.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    ValueTask ListAsync(TreeWalk tree);
}
