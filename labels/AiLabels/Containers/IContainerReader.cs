using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary>
/// Reads one container format. What it finds goes into the <see cref="InspectionContext"/> at once, so that a limit loses nothing found
/// before.
/// </summary>
internal interface IContainerReader
{
    /// <summary>What the container says about itself, as far as it was read.</summary>
    ContainerFacts Facts { get; }

    /// <exception cref="LimitReachedException">A limit ends the reading.</exception>
    ValueTask ReadAsync();

    /// <summary>Lists the structures of the file instead.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception"/>
    ValueTask ListAsync(TreeWalk tree);
}
