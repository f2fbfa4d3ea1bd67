using System.Buffers.Binary;
using System.Runtime.InteropServices;
using AiLabels.Reading;

namespace AiLabels.Cli.Files;

/// <summary>
/// An open file, or standard input. Of files only seekable ones are opened: opening a pipe would block until a writer opens it, and a
/// device may have no end.
/// </summary>
internal sealed partial class VideoFile : IByteSource, IDisposable
{
    private const int CurrentFolder = -100;
    private const uint TypeAndMode = 1;
    private const int TypeMask = 0xF000;
    private const int Regular = 0x8000;

    private readonly IByteSource _source;
    private readonly IDisposable _owner;

    private VideoFile(IByteSource source, IDisposable owner) => (_source, _owner) = (source, owner);

    public long Length => _source.Length;

    /// <param name="path">A path, or <see cref="StandardInput.Name"/>.</param>
    /// <exception cref="NotSupportedException">It is a pipe, a socket or a device.</exception>
    /// <inheritdoc cref="FileByteSource(string)" path="/exception"/>
    public static async ValueTask<VideoFile> OpenAsync(string path, CancellationToken cancellation)
    {
        if (path == StandardInput.Name)
        {
            var input = await StandardInput.OpenAsync(cancellation);
            return new(new StreamByteSource(input), input);
        }

        var file = TypeOf(path) is null or Regular
            ? new FileByteSource(path)
            : throw new NotSupportedException($"{path} is not a regular file.");
        return new(file, file);
    }

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _source.ReadAsync(offset, buffer, cancellationToken);

    public void Dispose() => _owner.Dispose();

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
        return GetStatus(CurrentFolder, path, 0, TypeAndMode, status) == 0
            ? BinaryPrimitives.ReadUInt16LittleEndian(status.AsSpan(28)) & TypeMask
            : null;
    }

    /// <summary>statx(2): the only such call with the same result layout on every architecture; the mode is at byte 28.</summary>
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetStatus(int folder, string path, int flags, uint mask, [Out] byte[] status);
}
