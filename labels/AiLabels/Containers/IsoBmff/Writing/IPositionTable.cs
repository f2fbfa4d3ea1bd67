using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>A structure that holds file positions.</summary>
internal interface IPositionTable
{
    /// <summary>Returns the edits that update the positions after the file has been edited; none if they do not change.</summary>
    /// <exception cref="RefusalException">A position does not fit into its field.</exception>
    IEnumerable<Edit> Relocate(EditList moved);
}
