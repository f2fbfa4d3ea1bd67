using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Containers;

/// <summary>Four-character codes as big-endian numbers.</summary>
internal static class FourCc
{
    /// <summary>Returns the code as text: QuickTime's © is Latin-1, and unprintable characters become dots.</summary>
    public static string ToText(uint type)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, type);
        Span<char> text = stackalloc char[4];
        Encoding.Latin1.GetChars(bytes, text);
        foreach (ref var c in text)
        {
            c = char.IsControl(c) ? '.' : c;
        }

        return new string(text);
    }
}
