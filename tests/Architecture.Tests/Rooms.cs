using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace VideoGate.Architecture.Tests;

/// <summary>The namespaces of an assembly and which of them know which, method bodies included.</summary>
internal sealed class Rooms
{
    private readonly ILookup<string, string> _known;

    private Rooms(IEnumerable<(string From, string To)> arrows) =>
        _known = arrows.Where(arrow => arrow.From != arrow.To).Distinct().ToLookup(arrow => arrow.From, arrow => arrow.To);

    /// <summary>Gets the rooms of an assembly below a namespace.</summary>
    /// <param name="assembly">File name of an assembly beside the tests.</param>
    public static Rooms Of(string assembly, string root)
    {
        var architecture = new ArchLoader().LoadFilteredDirectory(AppContext.BaseDirectory, assembly).Build();
        return new(
            from type in architecture.Types
            where IsBelow(type, root)
            from dependency in type.Dependencies
            where IsBelow(dependency.Target, root)
            select (type.Namespace.FullName, dependency.Target.Namespace.FullName));
    }

    public IEnumerable<string> Names => _known.Select(room => room.Key);

    /// <summary>Gets every room that can be reached from itself, with the way back.</summary>
    public IEnumerable<string> Cycles() =>
        from room in _known
        let way = WayBack(room.Key)
        where way is not null
        select string.Join(" -> ", way);

    private List<string>? WayBack(string start)
    {
        var ways = new Queue<List<string>>(_known[start].Select(next => new List<string> { start, next }));
        var seen = new HashSet<string>();
        while (ways.TryDequeue(out var way))
        {
            if (way[^1] == start)
            {
                return way;
            }

            foreach (var next in _known[way[^1]].Where(seen.Add))
            {
                ways.Enqueue([.. way, next]);
            }
        }

        return null;
    }

    // Compiler-generated types have no namespace. Type parameters of generated methods of one name are taken for one another.
    private static bool IsBelow(IType type, string root) => type is not GenericParameter && type.Namespace?.FullName is { } name
        && (name == root || name.StartsWith(root + ".", StringComparison.Ordinal));
}
