using System.Text.RegularExpressions;

namespace VideoGate.Local.ContentSafety.Tests.Surface;

/// <summary>A parsed listing: each type's head, its bases, and one line per member.</summary>
internal sealed partial class SurfaceListing
{
    private readonly Dictionary<string, ListedType> _types = new(StringComparer.Ordinal);
    private readonly bool _annotated;

    /// <param name="texts">Listings: a type per unindented line, its members indented below it.</param>
    public SurfaceListing(params IEnumerable<string> texts)
    {
        var lines = texts.SelectMany(text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        _annotated = lines.Any(
            line => line.Contains("string?", StringComparison.Ordinal) || line.Contains("object?", StringComparison.Ordinal));

        ListedType? type = null;
        foreach (var line in lines.Where(line => line[0] != '#'))
        {
            if (char.IsWhiteSpace(line[0]))
            {
                type?.Members.Add(Normalize(Attributes().Replace(line.Trim(), string.Empty)));
            }
            else
            {
                type = ListedType.Parse(line);
                _types[type.Head] = type;
            }
        }
    }

    /// <summary>Returns the members of <paramref name="rendered"/> that are not in the listing; empty if it is a subset.</summary>
    public IEnumerable<string> Beyond(RenderedType rendered)
    {
        if (!_types.TryGetValue(rendered.Head, out var listed))
        {
            return [$"{rendered.Head}: no such type in the real packages"];
        }

        return rendered.Bases.Except(listed.Bases).Select(name => $"{rendered.Head}: does not derive from {name}")
            .Concat(rendered.Members.Where(member => !listed.Members.Contains(Normalize(member)))
                .Select(member => $"{rendered.Head}: no member '{member}'"));
    }

    /// <summary>
    /// Libraries without nullable annotations do not declare the nullability of references, so question marks there are ignored.
    /// </summary>
    private string Normalize(string member) => _annotated ? member : member.Replace("?", string.Empty, StringComparison.Ordinal);

    [GeneratedRegex(@"^(\[[^""\]]*(""[^""]*"")?[^\]]*\] )+")]
    private static partial Regex Attributes();

    private sealed record ListedType(string Head, HashSet<string> Bases, HashSet<string> Members)
    {
        public static ListedType Parse(string line)
        {
            var parts = line.Split(" : ", 2);
            return new(parts[0].Trim(), parts.Length == 1 ? [] : [.. TypeNames.SplitList(parts[1])], []);
        }
    }
}
