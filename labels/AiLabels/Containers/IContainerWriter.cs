using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers;

/// <summary>Finds out what has to change in one file so that it carries a label; writes nothing itself.</summary>
internal interface IContainerWriter
{
    /// <summary>
    /// All changes: the label in its place, the labels that it replaces gone, and every size and position that follows from it.
    /// </summary>
    /// <exception cref="RefusalException">The file is damaged, or laid out in a way that cannot be kept right.</exception>
    /// <exception cref="LimitReachedException">A limit of <see cref="LabelWriterOptions"/> was reached.</exception>
    ValueTask<EditList> PlanAsync();
}
