using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace AiLabels.Pixels.Programs.Kernel;

/// <summary>Filters of system calls: programs of classic BPF (seccomp(2)).</summary>
internal sealed class SystemCallFilter
{
    private const int NotPermitted = 1;
    private const int NotImplemented = 38;
    private const int FamilyNotSupported = 97;
    private const int InternetFamily = 2;
    private const uint NewNamespaces = 0x7E020080;

    // Numbers of the x32 interface, which no program here uses, begin here.
    private const uint X32 = 0x40000000;

    private const uint Kill = 0x80000000;
    private const uint Error = 0x00050000;
    private const uint Notify = 0x7FC00000;
    private const uint Allow = 0x7FFF0000;

    private const ushort Load = 0x20;
    private const ushort JumpIfEqual = 0x15;
    private const ushort JumpIfAtLeast = 0x35;
    private const ushort JumpIfAnyBit = 0x45;
    private const ushort Return = 0x06;

    private const uint NumberOffset = 0;
    private const uint ArchitectureOffset = 4;
    private const uint FirstArgumentOffset = 16;

    private const int InstructionSize = 8;
    private const int SetModeFilter = 1;
    private const int NewListener = 8;

    private readonly List<byte> _program = [];
    private readonly SystemCalls _calls;

    private SystemCallFilter(SystemCalls calls) => _calls = calls;

    public ReadOnlySpan<byte> Bytes => CollectionsMarshal.AsSpan(_program);

    /// <summary>
    /// Refuses what no decoder needs: sockets, other namespaces, other processes' memory, and what attacks on the kernel begin with.
    /// </summary>
    /// <param name="internet">Leaves sockets of the Internet family to another filter: <see cref="Sockets"/>, or none.</param>
    public static SystemCallFilter Denials(SystemCalls calls, bool internet)
    {
        var filter = Begin(calls);
        foreach (var number in internet ? calls.Denied : [.. calls.Denied, calls.Connect])
        {
            filter.AddCall(number, Error | NotPermitted);
        }

        // Its flags are in memory, which a filter cannot read; the C library falls back to clone.
        filter.AddCall(calls.NewTask3, Error | NotImplemented);
        filter.AddCall(
            calls.NewTask, (Load, 0, 0, FirstArgumentOffset), (JumpIfAnyBit, 0, 1, NewNamespaces), (Return, 0, 0, Error | NotPermitted),
            (Return, 0, 0, Allow));
        filter.AddCall(
            calls.Socket, (Load, 0, 0, FirstArgumentOffset), (JumpIfEqual, (byte)(internet ? 0 : 1), 1, InternetFamily),
            (Return, 0, 0, Allow), (Return, 0, 0, Error | FamilyNotSupported));
        return filter.End();
    }

    /// <summary>Asks this process about each Internet socket, and each connection: see <see cref="SocketGrants"/>.</summary>
    public static SystemCallFilter Sockets(SystemCalls calls)
    {
        var filter = Begin(calls);
        filter.AddCall(
            calls.Socket, (Load, 0, 0, FirstArgumentOffset), (JumpIfEqual, 0, 1, InternetFamily), (Return, 0, 0, Notify),
            (Return, 0, 0, Allow));
        filter.AddCall(calls.Connect, Notify);
        return filter.End();
    }

    /// <summary>Applies the filter to the calling thread, and to what that starts, for ever.</summary>
    /// <param name="listens">Returns a descriptor that receives the calls which the filter asks about.</param>
    /// <returns>That descriptor, or 0; -1 if the kernel refuses.</returns>
    public unsafe int Apply(bool listens)
    {
        if (LibC.ProcessControl(LibC.SetNoNewPrivileges, 1, 0, 0, 0) != 0)
        {
            return -1;
        }

        fixed (byte* instructions = Bytes)
        {
            // struct sock_fprog: the number of instructions, and where they are.
            var program = stackalloc nint[2];
            (program[0], program[1]) = (Bytes.Length / InstructionSize, (nint)instructions);
            return (int)LibC.SystemCall(_calls.Seccomp, SetModeFilter, listens ? NewListener : 0, (nint)program);
        }
    }

    private static SystemCallFilter Begin(SystemCalls calls)
    {
        var filter = new SystemCallFilter(calls);
        filter.Add(Load, 0, 0, ArchitectureOffset);
        filter.Add(JumpIfEqual, 1, 0, calls.Architecture);
        filter.Add(Return, 0, 0, Kill);
        filter.Add(Load, 0, 0, NumberOffset);
        filter.Add(JumpIfAtLeast, 0, 1, X32);
        filter.Add(Return, 0, 0, Error | NotImplemented);
        return filter;
    }

    private SystemCallFilter End()
    {
        Add(Return, 0, 0, Allow);
        return this;
    }

    private void AddCall(int number, uint answer) => AddCall(number, (Return, 0, 0, answer));

    private void AddCall(int number, params (ushort Code, byte IfTrue, byte IfFalse, uint Value)[] body)
    {
        Add(JumpIfEqual, 0, (byte)body.Length, (uint)number);
        foreach (var (code, ifTrue, ifFalse, value) in body)
        {
            Add(code, ifTrue, ifFalse, value);
        }
    }

    /// <summary>Adds a <c>struct sock_filter</c>.</summary>
    private void Add(ushort code, byte ifTrue, byte ifFalse, uint value)
    {
        Span<byte> instruction = stackalloc byte[InstructionSize];
        BinaryPrimitives.WriteUInt16LittleEndian(instruction, code);
        (instruction[2], instruction[3]) = (ifTrue, ifFalse);
        BinaryPrimitives.WriteUInt32LittleEndian(instruction[4..], value);
        _program.AddRange(instruction);
    }
}
