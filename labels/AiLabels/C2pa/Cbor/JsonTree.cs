using System.Formats.Cbor;
using System.Text.Json;

namespace AiLabels.C2pa.Cbor;

/// <summary>Decodes JSON from untrusted bytes into the nodes of CBOR: assertions of metadata are written in either.</summary>
internal static class JsonTree
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="JsonException">The bytes are not JSON, or nested deeper than JSON may be.</exception>
    /// <exception cref="CborContentException">There are more items than allowed.</exception>
    public static CborNode Parse(ReadOnlyMemory<byte> json, CborBudget budget)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json);
            return Read(document.RootElement, budget);
        }
        catch (InvalidOperationException e)
        {
            // Invalid UTF-8 and lone surrogates are detected only when a text is read.
            throw new JsonException("a text is not valid Unicode", e);
        }
    }

    // JsonDocument bounds the nesting to 64.
    private static CborNode Read(JsonElement element, CborBudget budget)
    {
        budget.CountItem();
        return element.ValueKind switch
        {
            JsonValueKind.Object => ReadObject(element, budget),
            JsonValueKind.Array => new CborArray([.. element.EnumerateArray().Select(item => Read(item, budget))]),
            JsonValueKind.String => new CborText(element.GetString()!),
            JsonValueKind.Number when element.TryGetInt64(out var number) => new CborInteger(number),
            JsonValueKind.True => new CborBoolean(true),
            JsonValueKind.False => new CborBoolean(false),
            JsonValueKind.Null => new CborNull(),
            _ => new CborOther(),
        };
    }

    /// <summary>Keeps all values of a repeated name: readers disagree on which one counts.</summary>
    private static CborMap ReadObject(JsonElement element, CborBudget budget)
    {
        var values = new Dictionary<CborNode, CborNode>();
        Dictionary<CborText, List<CborNode>>? repeated = null;
        foreach (var member in element.EnumerateObject())
        {
            var (name, value) = (new CborText(member.Name), Read(member.Value, budget));
            if (values.TryAdd(name, value))
            {
                continue;
            }

            repeated ??= [];
            if (!repeated.TryGetValue(name, out var all))
            {
                repeated[name] = all = [values[name]];
                values[name] = new CborArray(all);
            }

            all.Add(value);
        }

        return new CborMap(values);
    }
}
