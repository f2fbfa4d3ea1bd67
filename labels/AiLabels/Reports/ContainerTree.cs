namespace AiLabels.Reports;

/// <summary>The boxes, elements, chunks, objects or streams that a file is made of.</summary>
/// <param name="Nodes">In the order of the file; each comes after the one that holds it.</param>
/// <param name="Problems">What was damaged, or the limit that ended the list.</param>
public sealed record ContainerTree(ContainerFormat Format, IReadOnlyList<TreeNode> Nodes, IReadOnlyList<Problem> Problems);

/// <summary>One structure of a file.</summary>
/// <param name="Depth">Number of structures around it.</param>
/// <param name="Type">Its code, name or number, such as <c>moov</c>. Untrusted text.</param>
/// <param name="Offset">From the start of the file, in bytes.</param>
/// <param name="Length">With its header, in bytes.</param>
/// <param name="Note">What is in it, for people: a label's beginning, a manifest's name. Untrusted text.</param>
public sealed record TreeNode(int Depth, string Type, long Offset, long Length, string? Note = null);
