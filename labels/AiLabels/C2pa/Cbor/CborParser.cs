using System.Formats.Cbor;

namespace AiLabels.C2pa.Cbor;

/// <summary>Decodes one CBOR data item (RFC 8949) from untrusted bytes with an explicit stack.</summary>
/// <remarks>
/// Depth is checked before a container or tag is entered and items are counted as they are read, so memory is bounded by
/// <see cref="CborBudget"/> and time by the length of the input. <see cref="CborReader"/> refuses lengths beyond its input by itself, and,
/// in strict mode, repeated map keys, which two readers could interpret differently.
/// </remarks>
internal static class CborParser
{
    /// <exception cref="CborContentException">The bytes are not exactly one CBOR item, or exceed a limit.</exception>
    public static CborNode Parse(ReadOnlyMemory<byte> data, CborBudget budget)
    {
        var reader = new CborReader(data, CborConformanceMode.Strict);
        var root = Parse(reader, budget);
        return reader.BytesRemaining == 0 ? root : throw new CborContentException("bytes after the CBOR item");
    }

    /// <summary>Decodes the first item of the bytes; padding may follow it.</summary>
    /// <exception cref="CborContentException">The bytes do not begin with a CBOR item, or it exceeds a limit.</exception>
    public static CborNode ParseFirst(ReadOnlyMemory<byte> data, CborBudget budget) =>
        Parse(new CborReader(data, CborConformanceMode.Strict), budget);

    private static CborNode Parse(CborReader reader, CborBudget budget)
    {
        var open = new Stack<OpenItem>();
        while (true)
        {
            budget.CountItem();
            var item = ReadWellFormed(reader, open, budget);
            if (item is not null && Attach(item, open) is { } root)
            {
                return root;
            }
        }
    }

    private static CborNode? ReadWellFormed(CborReader reader, Stack<OpenItem> open, CborBudget budget)
    {
        try
        {
            return ReadNext(reader, open, budget);
        }
        catch (InvalidOperationException e)
        {
            // CborReader throws InvalidOperationException, meant for misuse of its API, on the reserved initial bytes 0xFC to 0xFE.
            throw new CborContentException("a reserved initial byte", e);
        }
    }

    /// <summary>Reads one item or one end of a container; returns null if a container or tag was opened instead.</summary>
    private static CborNode? ReadNext(CborReader reader, Stack<OpenItem> open, CborBudget budget)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Tag:
                return Open(new OpenTag((ulong)reader.ReadTag()), open, budget);
            case CborReaderState.StartArray:
                reader.ReadStartArray();
                return Open(new OpenArray(), open, budget);
            case CborReaderState.StartMap:
                reader.ReadStartMap();
                return Open(new OpenMap(), open, budget);
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

    private static CborNode? Open(OpenItem item, Stack<OpenItem> open, CborBudget budget)
    {
        open.Push(item);
        budget.CheckDepth(open.Count);
        return null;
    }

    /// <summary>Adds an item to its parent and closes the tags around it; returns the root once all containers are closed.</summary>
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
