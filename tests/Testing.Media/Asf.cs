using System.Text;

namespace AiLabels.Testing;

/// <summary>Objects of the Advanced Systems Format.</summary>
internal static class Asf
{
    public static readonly Guid Header = new("75b22630-668e-11cf-a6d9-00aa0062ce6c");
    public static readonly Guid ExtendedContentDescription = new("d2d0a440-e307-11d2-97f0-00a0c95ea850");
    public static readonly Guid Xmp = new("be7acfcb-97a9-42e8-9c71-999491e3afac");

    public static readonly Guid HeaderExtension = new("5fbf03b5-a92e-11cf-8ee3-00c00c205365");
    public static readonly Guid MetadataLibrary = new("44231c94-9498-49d1-a141-1d134e457054");

    public static byte[] HeaderWith(params byte[][] children) => Object(Header, [new byte[6], .. children]);

    public static byte[] Object(Guid id, params byte[][] payload)
    {
        var body = Mp4.Concat(payload);
        return Mp4.Concat(id.ToByteArray(), BitConverter.GetBytes(24L + body.Length), body);
    }

    /// <summary>A header extension with the given objects: a reserved GUID and number, and their length, come first.</summary>
    public static byte[] Extension(params byte[][] children) => Object(HeaderExtension,
        [new byte[16], [6, 0], BitConverter.GetBytes(children.Sum(static child => child.Length)), .. children]);

    /// <summary>A metadata library with one text.</summary>
    public static byte[] Library(string key, string text)
    {
        byte[] name = Encoding.Unicode.GetBytes(key + "\0");
        byte[] value = Encoding.Unicode.GetBytes(text + "\0");
        byte[] lengths = [(byte)name.Length, 0, 0, 0, .. BitConverter.GetBytes(value.Length)];
        return Object(MetadataLibrary, [1, 0, .. new byte[4], .. lengths, .. name, .. value]);
    }

    /// <summary>An extended content description with one text.</summary>
    public static byte[] Description(string key, string text)
    {
        byte[] name = Encoding.Unicode.GetBytes(key + "\0");
        byte[] value = Encoding.Unicode.GetBytes(text + "\0");
        return Object(ExtendedContentDescription,
            [1, 0, (byte)name.Length, 0, .. name, 0, 0, .. BitConverter.GetBytes((ushort)value.Length), .. value]);
    }
}
