namespace AiLabels.Reports;

/// <summary>The boxes, elements, chunks, objects or streams of a file.</summary>
/// <param name="Nodes">In file order; each comes after its parent.</param>
/// <param name="Problems">Damage, or the limit that ended the list.</param>
public sealed record ContainerTree(ContainerFormat Format, IReadOnlyList<TreeNode> Nodes, IReadOnlyList<Problem> Problems);

/// <summary>One structure of a file.</summary>
/// <param name="Depth">Number of structures around it.</param>
/// <param name="Type">Its code, name or number, such as <c>moov</c>. Untrusted text.</param>
/// <param name="Offset">Offset from the start of the file, in bytes.</param>
/// <param name="Length">Length with its header, in bytes.</param>
/// <param name="Note">Human-readable summary of its content: the beginning of a label, the name of a manifest. Untrusted text.</param>
public sealed record TreeNode(int Depth, string Type, long Offset, long Length, string? Note = null);
