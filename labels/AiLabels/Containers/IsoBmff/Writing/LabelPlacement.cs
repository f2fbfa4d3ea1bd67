using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Adds the label to <c>moov/udta/meta</c>, beside its entries, and removes the labels that it replaces.</summary>
internal sealed class LabelPlacement(LabelRewrite rewrite, MovieLayout layout)
{
    private const string Key = "AIGC";

    private readonly List<Edit> _edits = [];

    public async ValueTask<IReadOnlyList<Edit>> PlaceAsync()
    {
        var replaced = rewrite.Replaced.DistinctBy(static l => l.Offset).Select(Entry).ToList();
        if (layout.Labels is { } list && await KeyNumberAsync(list) is { } key)
        {
            var item = BoxBuilder.Item(key, rewrite.Json);
            var old = replaced.FindIndex(e => e.Parent == list.Items);
            if (old < 0)
            {
                Change(Edit.Insert(list.Items.ChildrenEnd, item), list.Items);
            }
            else
            {
                Change(new(replaced[old].Box.Offset, replaced[old].Box.Length, item), list.Items);
                replaced.RemoveAt(old);
            }
        }
        else
        {
            AddList();
        }

        foreach (var (box, parent) in replaced)
        {
            Change(new(box.Offset, box.Length, default), parent);
        }

        return _edits;
    }

    private (Box Box, OpenBox Parent) Entry(Source label) =>
        layout.Entries.TryGetValue(label.Offset, out var entry) ? entry : throw LabelAdmission.NotReplaceable(label);

    /// <summary>Returns the index of the key AIGC, adding the key if it is missing; null if keys cannot be extended.</summary>
    private async ValueTask<uint?> KeyNumberAsync(LabelList list)
    {
        var keys = list.Keys.Box;
        if (LabelList.ReadKeys(await rewrite.LoadAsync(keys.Payload, keys.PayloadLength)) is not { } names)
        {
            return null;
        }

        if (names.IndexOf(Key) is >= 0 and var index)
        {
            return (uint)index + 1;
        }

        var number = (uint)names.Count + 1;
        _edits.Add(Edit.Overwrite(keys.Payload + 4, BoxBuilder.UInt32(number)));
        Change(Edit.Insert(keys.End, BoxBuilder.Key(Key)), list.Keys);
        return number;
    }

    /// <summary>Adds a list with only the label, beside the other user data, such as an iTunes list.</summary>
    private void AddList()
    {
        var meta = BoxBuilder.Meta(Key, rewrite.Json);
        var (parent, bytes) = layout.UserData is { } userData ? (userData, meta) : (layout.Movie, BoxBuilder.Box(BoxType.Udta, meta));
        Change(Edit.Insert(parent.ChildrenEnd, bytes), parent);
    }

    private void Change(Edit edit, OpenBox parent)
    {
        _edits.Add(edit);
        parent.Grow(edit.Growth);
    }
}
