using Microsoft.Win32.SafeHandles;

namespace AiLabels.Cli.Files;

/// <summary>Standard input as a file: itself if it is one, otherwise a copy, because labels may stand at the end of a video.</summary>
internal static class StandardInput
{
    /// <summary>The argument that means standard input.</summary>
    public const string Name = "-";

    private const int Descriptor = 0;
    private const long MaxLength = 16L << 30;

    /// <exception cref="IOException">It could not be read or copied, or is too long.</exception>
    public static async ValueTask<Stream> OpenAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            await using var console = Console.OpenStandardInput();
            return await SpoolAsync(console, MaxLength, cancellation);
        }

        var input = new FileStream(new SafeFileHandle(Descriptor, ownsHandle: false), FileAccess.Read, bufferSize: 0);
        return input.CanSeek ? input : await SpoolAsync(input, MaxLength, cancellation);
    }

    /// <summary>Copies a stream to a temporary file that is deleted with its handle.</summary>
    internal static async Task<Stream> SpoolAsync(Stream input, long maxLength, CancellationToken cancellation)
    {
        var path = Path.Combine(Path.GetTempPath(), $"ailabels-{Guid.NewGuid():N}");
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var spool = new FileStream(path, options);
        try
        {
            var block = new byte[1 << 20];
            while (await input.ReadAsync(block, cancellation) is > 0 and var count)
            {
                if (spool.Length + count > maxLength)
                {
                    throw new InputTooLongException(maxLength);
                }

                await spool.WriteAsync(block.AsMemory(0, count), cancellation);
            }

            return spool;
        }
        catch
        {
            await spool.DisposeAsync();
            throw;
        }
    }
}
