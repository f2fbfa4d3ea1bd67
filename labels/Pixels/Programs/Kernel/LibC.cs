using System.Runtime.InteropServices;

namespace AiLabels.Pixels.Programs.Kernel;

/// <summary>Calls of the C library that .NET does not offer. All set errno and return -1 on failure.</summary>
internal static partial class LibC
{
    public const int SetNoNewPrivileges = 38;
    public const int UnixFamily = 1;
    public const int StreamSocket = 1;
    public const int CloseOnExec = 0x80000;
    public const int NonBlocking = 0x800;
    public const int AddSeals = 1033;
    public const int AllSeals = 0xF;
    public const uint AllowSealing = 2;
    public const short Readable = 1;
    public const int Interrupted = 4;

    // One number on all processors.
    private const int CloseRange = 436;
    private const int OnExec = 4;
    private const int FirstAfterStandard = 3;

    [LibraryImport("libc", EntryPoint = "prctl", SetLastError = true)]
    public static partial int ProcessControl(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    public static partial nint SystemCall(nint number, nint argument1, nint argument2, nint argument3);

    [LibraryImport("libc", EntryPoint = "ioctl", SetLastError = true)]
    public static partial int Control(int descriptor, nuint request, ref byte argument);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    public static partial int Poll([In, Out] PolledDescriptor[] descriptors, nuint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "socketpair", SetLastError = true)]
    public static partial int SocketPair(int family, int type, int protocol, [Out] int[] pair);

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int CreateMemoryFile(string name, uint flags);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    public static partial int ControlFile(int descriptor, int command, int argument);

    [LibraryImport("libc", EntryPoint = "lseek", SetLastError = true)]
    public static partial long Seek(int descriptor, long offset, int origin);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    public static partial nint Write(int descriptor, in byte bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int descriptor);

    /// <summary>Keeps programs that start from now on from inheriting what this process itself has inherited. Linux 5.11.</summary>
    public static void InheritNothing() => _ = SystemCall(CloseRange, FirstAfterStandard, int.MaxValue, OnExec);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    public static partial int Signal(int process, int signal);
}
