using System.Formats.Cbor;

namespace AiLabels.C2pa.Cbor;

/// <summary>Limits the CBOR of one manifest store, over all its documents: an item of one byte takes fifty bytes in memory.</summary>
/// <param name="maxDepth">Maximum number of containers and tags around one item.</param>
/// <param name="maxItems">Maximum number of items, ends of containers included.</param>
internal sealed class CborBudget(int maxDepth, int maxItems)
{
    private int _items;

    /// <exception cref="CborContentException">There are more items than allowed.</exception>
    public void CountItem()
    {
        if (++_items > maxItems)
        {
            throw new CborContentException($"CBOR of more than {maxItems} items");
        }
    }

    /// <exception cref="CborContentException">The nesting is deeper than allowed.</exception>
    public void CheckDepth(int depth)
    {
        if (depth > maxDepth)
        {
            throw new CborContentException($"CBOR nested deeper than {maxDepth}");
        }
    }
}
