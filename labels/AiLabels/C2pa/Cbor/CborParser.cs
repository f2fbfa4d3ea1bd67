using System.Formats.Cbor;

namespace AiLabels.C2pa.Cbor;

/// <summary>Decodes one CBOR data item (RFC 8949) from untrusted bytes with an explicit stack.</summary>
/// <remarks>
/// Depth is checked before a container or tag is entered and items are counted as they are read, so memory is bounded by
/// <see cref="CborLimits"/> and time by the length of the input. <see cref="CborReader"/> refuses lengths beyond its input by itself, and in
/// strict mode repeated map keys, which two readers could understand in two ways.
/// </remarks>
internal static class CborParser
{
    /// <exception cref="CborContentException">The bytes are no CBOR item, more than one, or beyond a limit.</exception>
    public static CborNode Parse(ReadOnlyMemory<byte> data, CborLimits limits)
    {
        var reader = new CborReader(data, CborConformanceMode.Strict);
        var root = Parse(reader, limits);
        return reader.BytesRemaining == 0 ? root : throw new CborContentException("bytes after the CBOR item");
    }

    /// <summary>Decodes the item that the bytes begin with; padding may follow it.</summary>
    /// <exception cref="CborContentException">The bytes begin with no CBOR item, or one beyond a limit.</exception>
    public static CborNode ParseFirst(ReadOnlyMemory<byte> data, CborLimits limits) => Parse(new CborReader(data, CborConformanceMode.Strict), limits);

    private static CborNode Parse(CborReader reader, CborLimits limits)
    {
        var open = new Stack<OpenItem>();
        for (var count = 1; ; count++)
        {
            if (count > limits.MaxItems)
            {
                throw new CborContentException($"CBOR of more than {limits.MaxItems} items");
            }

            var item = ReadWellFormed(reader, open, limits.MaxDepth);
            if (item is not null && Attach(item, open) is { } root)
            {
                return root;
            }
        }
    }

    private static CborNode? ReadWellFormed(CborReader reader, Stack<OpenItem> open, int maxDepth)
    {
        try
        {
            return ReadNext(reader, open, maxDepth);
        }
        catch (InvalidOperationException e)
        {
            // CborReader takes the reserved initial bytes 0xFC to 0xFE for misuse of its interface.
            throw new CborContentException("a reserved initial byte", e);
        }
    }

    /// <summary>Reads one item or one end of a container; null when a container or tag was opened instead.</summary>
    private static CborNode? ReadNext(CborReader reader, Stack<OpenItem> open, int maxDepth)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Tag:
                return Open(new OpenTag((ulong)reader.ReadTag()), open, maxDepth);
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                return Open(new OpenArray(), open, maxDepth);
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                return Open(new OpenMap(), open, maxDepth);
            case CborReaderState.EndArray:
                reader.ReadEndArray();
                return open.Pop().Close();
            case CborReaderState.EndMap:
                reader.ReadEndMap();
                return open.Pop().Close();
            default:
                return ReadScalar(reader);
        }
    }

    private static CborNode? Open(OpenItem item, Stack<OpenItem> open, int maxDepth)
    {
        if (open.Count >= maxDepth)
        {
            throw new CborContentException($"CBOR nested deeper than {maxDepth}");
        }

        open.Push(item);
        return null;
    }

    /// <summary>Adds an item to its parent, closing the tags around it; returns the root once nothing is open any more.</summary>
    private static CborNode? Attach(CborNode item, Stack<OpenItem> open)
    {
        while (open.TryPeek(out var parent))
        {
            parent.Add(item);
            if (parent is not OpenTag)
            {
                return null;
            }

            item = open.Pop().Close();
        }

        return item;
    }

    private static CborNode ReadScalar(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.UnsignedInteger:
                return FromUnsigned(reader.ReadUInt64(), value => value);
            case CborReaderState.NegativeInteger:
                return FromUnsigned(reader.ReadCborNegativeIntegerRepresentation(), value => -1 - value);
            case CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString:
                return new CborText(reader.ReadTextString());
            case CborReaderState.ByteString:
                return new CborBytes(reader.ReadDefiniteLengthByteString());
            case CborReaderState.StartIndefiniteLengthByteString:
                return new CborBytes(reader.ReadByteString());
            case CborReaderState.Boolean:
                return new CborBoolean(reader.ReadBoolean());
            case CborReaderState.Null:
                reader.ReadNull();
                return new CborNull();
            default:
                reader.SkipValue();
                return new CborOther();
        }
    }

    private static CborNode FromUnsigned(ulong value, Func<long, long> map) =>
        value <= long.MaxValue ? new CborInteger(map((long)value)) : new CborOther();
}
