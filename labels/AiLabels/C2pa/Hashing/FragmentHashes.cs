using System.Formats.Cbor;
using AiLabels.C2pa.Cbor;
using AiLabels.Containers.IsoBmff;

namespace AiLabels.C2pa.Hashing;

/// <summary>Merkle leaves of a fragmented file: one for each <c>moof</c> and the boxes after it (C2PA 2.2, annex A.5.4.1.2).</summary>
internal sealed class FragmentHashes(BmffLayout layout, IReadOnlyList<FileRange> excluded, IReadOnlyList<long> markers)
{
    private const int MaxMerkleBoxLength = 4096;

    public async ValueTask<IReadOnlyList<HashCheck>> PlanAsync(IReadOnlyList<MerkleMap> maps)
    {
        var fragments = await LocateAsync(maps);
        var checks = new List<HashCheck>();
        foreach (var map in maps)
        {
            var own = fragments.Where(fragment => fragment.Map == map).ToList();
            var locations = own.Select(fragment => fragment.Location).Order();
            if (own.Count != map.Count || !locations.SequenceEqual(Enumerable.Range(0, own.Count).Select(i => (long)i)))
            {
                throw MerkleMap.Malformed();
            }

            checks.Add(PlanInit(map, HashPiece.Cover(0, fragments[0].Range.Start, excluded, markers)));
            var pieces = own.SelectMany(fragment => HashPiece.Cover(fragment.Range.Start, fragment.Range.End, excluded, markers)).ToList();
            checks.Add(new HashCheck(new HashSequence(map.Algorithm, pieces), results => map.Matches(InOrder(own, results))));
        }

        return checks;
    }

    public static HashCheck PlanInit(MerkleMap map, IReadOnlyList<HashPiece> pieces)
    {
        var expected = map.InitHash ?? throw MerkleMap.Malformed();
        return new HashCheck(new HashSequence(map.Algorithm, pieces), results => expected.Span.SequenceEqual(results[0]));
    }

    private static byte[][] InOrder(IReadOnlyList<Fragment> fragments, IReadOnlyList<byte[]> hashes)
    {
        var leaves = new byte[hashes.Count][];
        foreach (var (fragment, hash) in fragments.Zip(hashes))
        {
            leaves[fragment.Location] = hash;
        }

        return leaves;
    }

    /// <summary>
    /// Finds the leaf of every fragment in the <c>merkle</c> box before it; without such boxes, and with one tree, fragments are numbered
    /// in order.
    /// </summary>
    private async ValueTask<IReadOnlyList<Fragment>> LocateAsync(IReadOnlyList<MerkleMap> maps)
    {
        var fragments = new List<Fragment>();
        CborNode? proof = null;
        foreach (var box in layout.TopLevel)
        {
            if (box.Type == BoxType.Uuid)
            {
                proof = await ReadMerkleBoxAsync(box) ?? proof;
            }
            else if (box.Type == BoxType.Moof)
            {
                var map = proof is null
                    ? maps[0]
                    : maps.FirstOrDefault(map => map.LocalId == proof["localId"]?.Integer && map.UniqueId == proof["uniqueId"]?.Integer)
                        ?? throw MerkleMap.Malformed();
                fragments.Add(new Fragment(new FileRange(box.Offset, layout.Length), map, proof?["location"]?.Integer ?? fragments.Count));
                proof = null;
            }
        }

        var ends = fragments.Skip(1).Select(next => next.Range.Start).Append(layout.Length);
        return [.. fragments.Zip(ends, (fragment, end) => fragment with { Range = fragment.Range with { End = end } })];
    }

    private async ValueTask<CborNode?> ReadMerkleBoxAsync(Box box)
    {
        var payload = await layout.PeekAsync(box.Payload, (int)Math.Min(MaxMerkleBoxLength, box.PayloadLength));
        if (payload.Length < UuidBox.TypeLength || new Guid(payload.Span[..UuidBox.TypeLength], bigEndian: true) != UuidBox.C2pa)
        {
            return null;
        }

        var content = payload[UuidBox.TypeLength..].ToArray();
        var (purpose, start) = C2paBox.Read(content);
        try
        {
            return purpose == C2paBox.Content.Merkle
                ? CborParser.ParseFirst(content.AsMemory(start), new CborBudget(maxDepth: 8, maxItems: 256))
                : null;
        }
        catch (CborContentException)
        {
            throw MerkleMap.Malformed();
        }
    }

    private sealed record Fragment(FileRange Range, MerkleMap Map, long Location);
}
