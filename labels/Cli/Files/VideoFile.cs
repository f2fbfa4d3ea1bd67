using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AiLabels.Reading;

namespace AiLabels.Cli.Files;

/// <summary>Opens seekable files. Opening a pipe would block until a writer opens it; a device may have no end.</summary>
internal static class VideoFile
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    /// <exception cref="NotSupportedException">It is a pipe, a socket or a device.</exception>
    /// <inheritdoc cref="FileByteSource(string)" path="/exception"/>
    public static FileByteSource Open(string path) =>
        TypeOf(path) is null or Regular ? new FileByteSource(path) : throw new NotSupportedException($"{path} is not a regular file.");

    /// <summary>
    /// Returns the type bits of the file, links resolved; null if there is no file or the system does not support the call. .NET only
    /// distinguishes files and folders.
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

    /// <summary>statx(2): the only such call with the same result layout on every architecture; the mode is at byte 28.</summary>
    [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int statx(int folder, [MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags, uint mask, byte[] status);
}
