using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers.Flv;

/// <summary>Reads the members of one AMF0 object or ECMA array; deeper values are skipped.</summary>
/// <remarks>Action Message Format AMF 0 specification. Uses an explicit stack of open containers instead of recursion.</remarks>
internal ref struct Amf0(ReadOnlySpan<byte> data, int maxDepth)
{
    private const int Members = -1;

    private readonly int _length = data.Length;
    private readonly Stack<int> _open = new();
    private ReadOnlySpan<byte> _rest = data;

    private enum Marker : byte
    {
        Number = 0,
        Boolean = 1,
        String = 2,
        Object = 3,
        Null = 5,
        Undefined = 6,
        Reference = 7,
        EcmaArray = 8,
        ObjectEnd = 9,
        StrictArray = 10,
        Date = 11,
        LongString = 12,
        Unsupported = 13,
        Xml = 15,
        TypedObject = 16,
    }

    /// <summary>Reads a string at the beginning: the name of a script tag.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public string ReadName() =>
        ReadMarker() == Marker.String
            ? Encoding.UTF8.GetString(ReadShort())
            : throw new InvalidDataException("it does not begin with a string");

    /// <summary>Offset of the next value in the data.</summary>
    public readonly int Position => _length - _rest.Length;

    /// <summary>Offset in the data at which another member can be inserted: before the end marker, if there is one.</summary>
    public int MembersEnd { get; private set; }

    /// <summary>Adds the members of the next value.</summary>
    /// <exception cref="InvalidDataException">
    /// The data is truncated, has an unknown type, or is nested too deep; members read so far are kept.
    /// </exception>
    public void ReadMembers(List<AmfMember> members)
    {
        ReadValue();
        while (_open.TryPop(out var remaining))
        {
            if (_open.Count == 0)
            {
                MembersEnd = Position;
                Close(members);
            }

            // Some writers omit the end marker of the outermost array.
            if (remaining == 0 || _rest.IsEmpty)
            {
                continue;
            }

            var start = Position;
            var name = "";
            if (remaining == Members)
            {
                name = Encoding.UTF8.GetString(ReadShort());
                if (_rest is [(byte)Marker.ObjectEnd, ..])
                {
                    _rest = _rest[1..];
                    continue;
                }
            }

            _open.Push(remaining == Members ? Members : remaining - 1);
            var isTop = _open.Count == 1;
            var value = Position;
            var (text, number) = ReadValue();
            if (isTop)
            {
                members.Add(new(name, text, number, start, value, Position));
            }
        }
    }

    /// <summary>Sets the end of the last member, nested values included.</summary>
    private readonly void Close(List<AmfMember> members)
    {
        if (members is [.., var last])
        {
            members[^1] = last with { End = Position };
        }
    }

    private (byte[]? Text, double? Number) ReadValue()
    {
        switch (ReadMarker())
        {
            case Marker.Number:
                return (null, BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
            case Marker.String:
                return (ReadShort().ToArray(), null);
            case Marker.LongString or Marker.Xml:
                return (Take(BinaryPrimitives.ReadUInt32BigEndian(Take(4))).ToArray(), null);
            case Marker.Object:
                Open(Members);
                break;
            case Marker.TypedObject:
                ReadShort();
                Open(Members);
                break;
            case Marker.EcmaArray:
                // The count is a hint; an end marker closes the array.
                Take(4);
                Open(Members);
                break;
            case Marker.StrictArray:
                Open((int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(Take(4)), int.MaxValue));
                break;
            case Marker.Boolean:
                Take(1);
                break;
            case Marker.Reference:
                Take(2);
                break;
            case Marker.Date:
                Take(10);
                break;
            case Marker.Null or Marker.Undefined or Marker.Unsupported:
                break;
            case var marker:
                throw new InvalidDataException($"it holds the unknown type {(byte)marker}");
        }

        return default;
    }

    private readonly void Open(int count)
    {
        if (_open.Count >= maxDepth)
        {
            throw new InvalidDataException($"it is nested more than {maxDepth} deep");
        }

        _open.Push(count);
    }

    private Marker ReadMarker() => (Marker)Take(1)[0];

    private ReadOnlySpan<byte> ReadShort() => Take(BinaryPrimitives.ReadUInt16BigEndian(Take(2)));

    private ReadOnlySpan<byte> Take(long length)
    {
        if (length > _rest.Length)
        {
            throw new InvalidDataException("it ends early");
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }
}
