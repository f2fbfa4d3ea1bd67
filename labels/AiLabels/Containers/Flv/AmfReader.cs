using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers.Flv;

/// <summary>Reads AMF0 values one after another, members of objects and arrays included.</summary>
/// <remarks>
/// Action Message Format AMF 0 specification. Uses an explicit stack of open containers instead of recursion; callers bound it by
/// <see cref="Depth"/>.
/// </remarks>
internal ref struct AmfReader(ReadOnlySpan<byte> data)
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

    /// <summary>Offset of the next value in the data.</summary>
    public readonly int Position => _length - _rest.Length;

    /// <summary>Number of open objects and arrays.</summary>
    public readonly int Depth => _open.Count;

    public AmfToken Token { get; private set; }

    /// <summary>Name of the value; empty in strict arrays and outside of objects.</summary>
    public string Name { get; private set; } = "";

    /// <summary>UTF-8, if the value is a string.</summary>
    public ReadOnlySpan<byte> Text { get; private set; }

    /// <summary>The value, if it is a number; 1 or 0 for true and false.</summary>
    public double Number { get; private set; }

    /// <summary>Offset of the name in the data.</summary>
    public int Start { get; private set; }

    /// <summary>Offset of the value, type included, in the data.</summary>
    public int Value { get; private set; }

    /// <summary>Reads a string at the beginning: the name of a script tag.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public string ReadName() =>
        ReadMarker() == Marker.String
            ? Encoding.UTF8.GetString(ReadShort())
            : throw new InvalidDataException("it does not begin with a string");

    /// <summary>Returns true if a short string comes next.</summary>
    public readonly bool IsAtString => _rest is [(byte)Marker.String, ..];

    /// <summary>Goes to the next value, or to the end of the container that is open.</summary>
    /// <returns>False at the end of the data.</returns>
    /// <exception cref="InvalidDataException">The data is truncated or has an unknown type.</exception>
    public bool Read()
    {
        if (_open.Count == 0)
        {
            (Name, Start) = ("", Position);
            return !_rest.IsEmpty && ReadValue();
        }

        var remaining = _open.Pop();
        Start = Position;

        // Some writers omit the end marker of the outermost array.
        if (remaining == 0 || _rest.IsEmpty)
        {
            return End();
        }

        Name = remaining == Members ? Encoding.UTF8.GetString(ReadShort()) : "";
        if (remaining == Members && _rest is [(byte)Marker.ObjectEnd, ..])
        {
            _rest = _rest[1..];
            return End();
        }

        _open.Push(remaining == Members ? Members : remaining - 1);
        return ReadValue();
    }

    private bool End()
    {
        (Token, Name) = (AmfToken.End, "");
        return true;
    }

    private bool ReadValue()
    {
        Value = Position;
        Token = AmfToken.Other;
        Text = default;
        switch (ReadMarker())
        {
            case Marker.Number:
                (Token, Number) = (AmfToken.Number, BinaryPrimitives.ReadDoubleBigEndian(Take(8)));
                break;
            case Marker.Boolean:
                (Token, Number) = (AmfToken.Boolean, Take(1)[0] == 0 ? 0 : 1);
                break;
            case Marker.String:
                Token = AmfToken.Text;
                Text = ReadShort();
                break;
            case Marker.LongString or Marker.Xml:
                Token = AmfToken.Text;
                Text = Take(BinaryPrimitives.ReadUInt32BigEndian(Take(4)));
                break;
            case Marker.Object:
                Begin(Members);
                break;
            case Marker.TypedObject:
                ReadShort();
                Begin(Members);
                break;
            case Marker.EcmaArray:
                // The count is a hint; an end marker closes the array.
                Take(4);
                Begin(Members);
                break;
            case Marker.StrictArray:
                Begin((int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(Take(4)), int.MaxValue));
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

        return true;
    }

    private void Begin(int count)
    {
        Token = AmfToken.Begin;
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
