namespace AiLabels.Containers.IsoBmff;

/// <summary>iloc, ISO/IEC 14496-12 clause 8.11.3: the places of the items of a meta box.</summary>
internal static class ItemTable
{
    /// <summary>A genuine item is in one piece, or in a few.</summary>
    private const int MaxParts = 64;

    private const int InFile = 0;
    private const int InData = 1;

    /// <param name="iloc">Payload of the box.</param>
    /// <param name="wanted">Numbers of the items to find.</param>
    /// <returns>Those whose places are in this file; of a table that is cut short, those before the cut.</returns>
    public static Dictionary<uint, ItemPlace> Read(ReadOnlySpan<byte> iloc, HashSet<uint> wanted)
    {
        var places = new Dictionary<uint, ItemPlace>();
        var fields = new Fields(iloc);
        var version = (int)(fields.Take(4) >> 24);
        var sizes = (int)fields.Take(2);
        var (offsetLength, lengthLength, baseLength, indexLength) =
            (sizes >> 12, sizes >> 8 & 15, sizes >> 4 & 15, version is 1 or 2 ? sizes & 15 : 0);
        if (version > 2)
        {
            return places;
        }

        var idLength = version < 2 ? 2 : 4;
        for (var items = fields.Take(idLength); items > 0 && !fields.IsCut; items--)
        {
            var id = (uint)fields.Take(idLength);
            var method = version > 0 ? (int)fields.Take(2) & 15 : InFile;
            var isElsewhere = fields.Take(2) != 0;
            var start = fields.Take(baseLength);
            var parts = new List<(ulong, ulong)>();
            var count = fields.Take(2);
            for (var part = count; part > 0 && !fields.IsCut; part--)
            {
                fields.Take(indexLength);
                var offset = unchecked(start + fields.Take(offsetLength));
                var length = fields.Take(lengthLength);
                if (parts.Count < MaxParts)
                {
                    parts.Add((offset, length));
                }
            }

            if (!fields.IsCut && !isElsewhere && method is InFile or InData && count <= MaxParts && wanted.Contains(id))
            {
                places.TryAdd(id, new(method == InData, parts));
            }
        }

        return places;
    }

    /// <summary>Big-endian numbers one after another; behind the end all are zero.</summary>
    private ref struct Fields(ReadOnlySpan<byte> rest)
    {
        private ReadOnlySpan<byte> _rest = rest;

        public bool IsCut { get; private set; }

        public ulong Take(int length)
        {
            if (length > _rest.Length || length > sizeof(ulong))
            {
                IsCut = true;
                _rest = [];
                return 0;
            }

            ulong number = 0;
            foreach (var b in _rest[..length])
            {
                number = (number << 8) | b;
            }

            _rest = _rest[length..];
            return number;
        }
    }
}
