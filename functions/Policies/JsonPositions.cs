using System.Text;
using System.Text.Json;

namespace VideoGate.Policies;

/// <summary>Positions of the values of a JSON text, by JSON path.</summary>
internal sealed class JsonPositions
{
    private readonly byte[] _utf8;
    private readonly Dictionary<string, long> _offsets = [];
    private readonly List<string> _repeated = [];

    /// <exception cref="JsonException">The text is not JSON.</exception>
    public JsonPositions(byte[] utf8)
    {
        _utf8 = utf8;
        Read();
    }

    /// <summary>Paths of duplicate properties; their position is that of the last occurrence.</summary>
    public IReadOnlyList<string> Repeated => _repeated;

    /// <returns>Line and column, from 1, of the value or of its closest enclosing value.</returns>
    public (int Line, int Column) Of(string path)
    {
        long offset;
        while (!_offsets.TryGetValue(path, out offset))
        {
            path = path[..path.LastIndexOfAny(['.', '['])];
        }

        var before = _utf8.AsSpan(0, (int)offset);
        var line = before[(before.LastIndexOf((byte)'\n') + 1)..];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(line) + 1);
    }

    private void Read()
    {
        Stack<Level> open = [];
        var reader = new Utf8JsonReader(_utf8);
        var path = "$";
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName)
            {
                path = $"{open.Peek().Path}.{reader.GetString()}";
                if (!_offsets.TryAdd(path, reader.TokenStartIndex))
                {
                    _repeated.Add(path);
                    _offsets[path] = reader.TokenStartIndex;
                }

                continue;
            }

            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                open.Pop();
                continue;
            }

            path = open.TryPeek(out var level) && level.IsArray ? level.NextItem() : path;
            _offsets.TryAdd(path, reader.TokenStartIndex);
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                open.Push(new(path, reader.TokenType is JsonTokenType.StartArray));
            }
        }
    }

    private sealed class Level(string path, bool isArray)
    {
        private int _items;

        public string Path => path;

        public bool IsArray => isArray;

        public string NextItem() => $"{path}[{_items++}]";
    }
}
