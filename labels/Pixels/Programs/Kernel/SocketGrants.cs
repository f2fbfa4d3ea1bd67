using System.Buffers.Binary;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AiLabels.Pixels.Programs.Kernel;

/// <summary>
/// Answers a program's calls for Internet sockets with one end of a socket pair, and keeps the other end: whatever address the program
/// connects to, it reaches this process and nothing else, and no port is open anywhere.
/// </summary>
/// <remarks>seccomp_unotify(2). Nothing of the program's memory is read, so that it has nothing to change under our eyes.</remarks>
internal static class SocketGrants
{
    private const int InvalidArgument = 22;
    private const int NoAccess = 13;
    private const int MaxOpened = 256;

    private const nuint Receive = 0xC0502100;
    private const nuint Send = 0xC0182101;
    private const nuint AddDescriptor = 0x40182103;

    // struct seccomp_notif: id, process, flags, then struct seccomp_data: number, architecture, instruction, arguments.
    private const int NotificationSize = 80;
    private const int NumberOffset = 16;
    private const int SecondArgumentOffset = 40;

    private const int AnswerSize = 24;

    /// <summary>Answers until the program, whose process descriptor is <paramref name="process"/>, ends.</summary>
    /// <param name="connected">Receives our end of each connection.</param>
    public static void Serve(int listener, int process, SystemCalls calls, Action<Socket> connected)
    {
        PolledDescriptor[] polled =
            [new() { Descriptor = process, Events = LibC.Readable }, new() { Descriptor = listener, Events = LibC.Readable }];
        for (var opened = 0; ;)
        {
            if (LibC.Poll(polled, 2, -1) < 0)
            {
                if (Marshal.GetLastPInvokeError() == LibC.Interrupted)
                {
                    continue;
                }

                return;
            }

            if (polled[0].Occurred != 0 || (polled[1].Occurred & LibC.Readable) == 0)
            {
                return;
            }

            var call = new byte[NotificationSize];
            if (LibC.Control(listener, Receive, ref call[0]) != 0)
            {
                continue;
            }

            var isSocket = BinaryPrimitives.ReadInt32LittleEndian(call.AsSpan(NumberOffset)) == calls.Socket;
            if (isSocket)
            {
                Grant(listener, call, opened++ < MaxOpened ? connected : null);
            }
            else
            {
                // The socket is connected already.
                Answer(listener, call, 0, 0);
            }
        }
    }

    /// <summary>Returns true if the kernel can hand descriptors to a program that it asks about: Linux 5.9.</summary>
    public static bool IsSupported(int listener)
    {
        var request = new byte[AnswerSize];
        return LibC.Control(listener, AddDescriptor, ref request[0]) < 0 && Marshal.GetLastPInvokeError() != InvalidArgument;
    }

    private static void Grant(int listener, byte[] call, Action<Socket>? connected)
    {
        var flags = (int)BinaryPrimitives.ReadInt64LittleEndian(call.AsSpan(SecondArgumentOffset));
        var isStream = (flags & ~(LibC.CloseOnExec | LibC.NonBlocking)) == LibC.StreamSocket;
        var pair = new int[2];
        if (!isStream || connected is null || LibC.SocketPair(LibC.UnixFamily, LibC.StreamSocket | LibC.CloseOnExec, 0, pair) != 0)
        {
            Answer(listener, call, 0, -NoAccess);
            return;
        }

        var ours = new Socket(new SafeSocketHandle(pair[0], ownsHandle: true));
        if ((flags & LibC.NonBlocking) != 0)
        {
            const int SetFlags = 4;
            _ = LibC.ControlFile(pair[1], SetFlags, LibC.NonBlocking);
        }

        // struct seccomp_notif_addfd: id, flags, our descriptor, its number there (0: any), its flags there.
        var request = new byte[AnswerSize];
        call.AsSpan(0, sizeof(long)).CopyTo(request);
        BinaryPrimitives.WriteInt32LittleEndian(request.AsSpan(12), pair[1]);
        BinaryPrimitives.WriteInt32LittleEndian(request.AsSpan(20), flags & LibC.CloseOnExec);
        var number = LibC.Control(listener, AddDescriptor, ref request[0]);
        _ = LibC.Close(pair[1]);
        if (number < 0)
        {
            ours.Dispose();
            Answer(listener, call, 0, -NoAccess);
            return;
        }

        try
        {
            connected(ours);
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The feed has ended: the program finds its end closed.
            ours.Dispose();
        }

        Answer(listener, call, number, 0);
    }

    /// <summary>Sends a <c>struct seccomp_notif_resp</c>. Fails if the program was killed in the meantime, which has no effect.</summary>
    private static void Answer(int listener, byte[] call, long value, int error)
    {
        var answer = new byte[AnswerSize];
        call.AsSpan(0, sizeof(long)).CopyTo(answer);
        BinaryPrimitives.WriteInt64LittleEndian(answer.AsSpan(8), value);
        BinaryPrimitives.WriteInt32LittleEndian(answer.AsSpan(16), error);
        _ = LibC.Control(listener, Send, ref answer[0]);
    }
}
