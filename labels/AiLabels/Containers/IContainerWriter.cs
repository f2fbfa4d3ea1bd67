using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers;

/// <summary>Plans the edits that add a label to one file; does not write.</summary>
internal interface IContainerWriter
{
    /// <summary>
    /// Returns all edits: the label, the removal of the labels that it replaces, and every size and position that depends on them.
    /// </summary>
    /// <exception cref="RefusalException">The file is damaged, or its layout cannot be kept correct.</exception>
    /// <exception cref="LimitReachedException">A limit of <see cref="LabelWriterOptions"/> was reached.</exception>
    ValueTask<EditList> PlanAsync();
}
