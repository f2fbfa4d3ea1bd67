using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AiLabels.Reading;

namespace AiLabels.Cli.Files;

/// <summary>
/// Opens files that can be read at any place. Opening a pipe would wait until somebody writes into it; a device may have no end.
/// </summary>
internal static class VideoFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <exception cref="NotSupportedException">It is a pipe, a socket or a device.</exception>
    /// <inheritdoc cref="FileByteSource(string)" path="/exception"/>
    public static FileByteSource Open(string path) =>
        TypeOf(path) is null or Regular ? new FileByteSource(path) : throw new NotSupportedException($"{path} is no regular file.");

    /// <summary>
    /// The type bits of the file behind links; null when there is none or this system does not say. The framework tells folders from files,
    /// and no more.
    /// </summary>
    private static int? TypeOf(string path)
    {
        if (!OperatingSystem.IsLinux() || Directory.Exists(path))
        {
            return null;
        }

        var status = new byte[256];
        return statx(CurrentFolder, path, 0, TypeAndMode, status) == 0
            ? BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(28)) & TypeMask
            : null;
    }

    /// <summary>statx(2): the one call whose answer is laid out alike on every architecture; its mode stands at byte 28.</summary>
    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
