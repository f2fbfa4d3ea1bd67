using System.Collections;

namespace AiLabels.Writing;

/// <summary>The edits of one file in file order, and the positions of all other bytes after them.</summary>
internal sealed class EditList : IReadOnlyList<Edit>
{
    private readonly Edit[] _edits;

    /// <summary>Growth of the file before each edit, and at the end.</summary>
    private readonly long[] _growth;

    /// <exception cref="RefusalException">Two structures of a forged file share bytes, which would have to change twice.</exception>
    public EditList(IEnumerable<Edit> edits)
    {
        // Insertions at one offset keep the order in which they were made.
        _edits = [.. edits.OrderBy(static e => e.Offset).ThenBy(static e => e.End)];
        _growth = new long[_edits.Length + 1];
        for (var i = 0; i < _edits.Length; i++)
        {
            _growth[i + 1] = _growth[i] + _edits[i].Growth;
            if (i > 0 && _edits[i].Offset < _edits[i - 1].End)
            {
                throw RefusalException.Damaged($"Two structures share byte {_edits[i].Offset}.");
            }
        }
    }

    public int Count => _edits.Length;

    public Edit this[int index] => _edits[index];

    /// <summary>
    /// Returns the new position of the byte at <paramref name="position"/>. A replaced byte maps to the beginning or end of its
    /// replacement.
    /// </summary>
    public long Map(long position)
    {
        var next = FirstAfter(position);
        if (next == 0 || position >= _edits[next - 1].End)
        {
            return position + _growth[next];
        }

        var last = _edits[next - 1];
        return last.Offset + _growth[next - 1] + Math.Min(position - last.Offset, last.Inserted.Length);
    }

    public IEnumerator<Edit> GetEnumerator() => _edits.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the index of the first edit after <paramref name="position"/>.</summary>
    private int FirstAfter(long position)
    {
        var (low, high) = (0, _edits.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _edits[middle].Offset <= position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
