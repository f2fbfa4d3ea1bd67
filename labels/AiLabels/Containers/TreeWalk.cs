using System.Text;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers;

/// <summary>Lists the structures of a file in file order, with an explicit stack.</summary>
/// <param name="manifestStores">The format of the content of a C2PA manifest store.</param>
internal sealed class TreeWalk(InspectionContext inspection, ITreeFormat manifestStores)
{
    private const int PreviewLength = 96;

    private readonly List<TreeNode> _nodes = [];

    public IReadOnlyList<TreeNode> Nodes => _nodes;

    public void Add(TreeNode node) => _nodes.Add(node);

    /// <summary>Lists the whole file.</summary>
    /// <exception cref="LimitReachedException">A limit was reached.</exception>
    public async ValueTask ReadAsync(ITreeFormat format)
    {
        var open = new Stack<(TreeItem Item, ITreeFormat Format)>([(new TreeItem("", 0, inspection.Bytes.Length), format)]);
        var position = 0L;
        while (open.TryPeek(out var level))
        {
            var (parent, inside) = level;
            if (position >= parent.End)
            {
                position = parent.End + parent.Padding;
                open.Pop();
                continue;
            }

            inspection.CountBox();
            if (await inside.ReadAsync(position, parent) is not { } item)
            {
                position = parent.End;
            }
            else if (item.EndsParent)
            {
                open.Pop();
            }
            else
            {
                Add(new(open.Count - 1, item.Type, item.Offset, item.Length, item.Note));
                position = Enter(item, inside);
            }
        }

        long Enter(TreeItem item, ITreeFormat inside)
        {
            if (item.Children is not { } first)
            {
                return item.End + item.Padding;
            }

            inspection.CheckDepth(open.Count);
            open.Push((item, item.IsManifestStore ? manifestStores : inside));
            return first;
        }
    }

    /// <summary>Returns the beginning of a UTF-8 text, for a note.</summary>
    public static async ValueTask<string> PreviewAsync(ByteReader bytes, long offset, long length)
    {
        var text = Encoding.UTF8.GetString((await bytes.PeekAsync(offset, (int)Math.Clamp(length, 0, PreviewLength))).Span).Trim('\0', ' ');
        return length > PreviewLength ? $"{text.TrimEnd('\uFFFD')}…" : text;
    }
}
