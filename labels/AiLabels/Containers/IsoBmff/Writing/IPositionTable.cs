using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>A structure that holds positions in the file.</summary>
internal interface IPositionTable
{
    /// <summary>The same positions after the file has been edited; nothing when they stay.</summary>
    /// <exception cref="RefusalException">A position does not fit into its field.</exception>
    IEnumerable<Edit> Relocate(EditList moved);
}
