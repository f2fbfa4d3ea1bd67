namespace AiLabels.Pixels.Programs.Kernel;

/// <summary>An unnamed, sealed file in memory that a program inherits.</summary>
internal sealed class MemoryFile : IDisposable
{
    private MemoryFile(int descriptor) => Descriptor = descriptor;

    public int Descriptor { get; }

    /// <exception cref="IOException">The kernel refuses.</exception>
    public static MemoryFile Create(ReadOnlySpan<byte> content)
    {
        var file = new MemoryFile(LibC.CreateMemoryFile("filter", LibC.AllowSealing));
        if (file.Descriptor < 0 || LibC.Write(file.Descriptor, in content[0], (nuint)content.Length) != content.Length
            || LibC.ControlFile(file.Descriptor, LibC.AddSeals, LibC.AllSeals) != 0 || LibC.Seek(file.Descriptor, 0, 0) != 0)
        {
            file.Dispose();
            throw new IOException("The kernel does not provide an in-memory file.");
        }

        return file;
    }

    public void Dispose() => _ = LibC.Close(Descriptor);
}
