using System.Diagnostics;
using System.Runtime.InteropServices;
using AiLabels.Pixels.Programs.Kernel;

namespace AiLabels.Pixels.Programs;

/// <summary>Starts each process from a dedicated thread, whose system call filters the process inherits.</summary>
/// <remarks>
/// <para>The kernel treats that thread as the parent (prctl(2), PR_SET_PDEATHSIG): it ends after the process.</para>
/// <para>
/// A thread that it created would inherit the filters too, for ever. Nothing that it runs may queue work to the thread pool, which may then
/// create one: it starts the process, sets an event and waits in the kernel. All else is done by the supervising thread.
/// </para>
/// </remarks>
internal static class ProgramStarter
{
    /// <summary>Name of the filtered threads; at most 15 characters, as the kernel keeps no more.</summary>
    internal const string ThreadName = "program-start";

    private static readonly Lock Starting = new();

    /// <summary>The first start of a process creates the runtime's thread for signals, which must not be filtered.</summary>
    static ProgramStarter()
    {
        using var first = Process.Start(ProgramPath.Find("true"));
        first.WaitForExit();
    }

    /// <exception cref="IOException">The kernel refuses a filter.</exception>
    public static Task<Process> StartAsync(ProgramStart start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Supervise(start, started)) { IsBackground = true, Name = "program-watch" }.Start();
        return started.Task;
    }

    private static void Supervise(ProgramStart start, TaskCompletionSource<Process> started)
    {
        using var run = new Run(start);
        try
        {
            // One at a time: other processes must not inherit the file of the filter.
            lock (Starting)
            {
                run.Start();
            }
        }
#pragma warning disable CA1031 // Whoever waits for the start gets the exception, whatever it is.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            started.SetException(failure);
            return;
        }

        started.SetResult(run.Process!);
        run.Serve();
    }

    private sealed class Run(ProgramStart start) : IDisposable
    {
        private const int NotOpen = -1;

        private readonly ManualResetEventSlim _isStarted = new();
        private Thread? _thread;
        private ProcessStartInfo? _info;
        private Exception? _failure;
        private int _listener = NotOpen;
        private int _descriptor = NotOpen;
        private int _id;

        public Process? Process { get; private set; }

        /// <exception cref="IOException">The kernel refuses a filter.</exception>
        public void Start()
        {
            LibC.InheritNothing();
            using var filter = start.InheritedFilter is { } inherited ? MemoryFile.Create(inherited.Bytes) : null;
            _info = start.Info(filter?.Descriptor);
            var sockets = start.Connected is null ? null : SystemCallFilter.Sockets(SystemCalls.Here!);
            _thread = new Thread(() => StartFiltered(sockets)) { IsBackground = true, Name = ThreadName };
            _thread.Start();
            _isStarted.Wait();
            if (_failure is { } failure)
            {
                _thread.Join();
                throw failure;
            }
        }

        /// <summary>Answers the program's calls for sockets until it ends.</summary>
        public void Serve()
        {
            if (_listener >= 0 && _descriptor >= 0)
            {
                SocketGrants.Serve(_listener, _descriptor, SystemCalls.Here!, start.Connected!);
            }

            _thread!.Join();
        }

        private void StartFiltered(SystemCallFilter? sockets)
        {
            try
            {
                _failure = Filter(sockets);
                if (_failure is null)
                {
                    Process = Process.Start(_info!)!;
                    _id = Process.Id;
                    _descriptor = (int)LibC.SystemCall(SystemCalls.Here?.OpenProcess ?? 0, _id, 0, 0);
                }
            }
#pragma warning disable CA1031 // The supervising thread throws it again.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                _failure = failure;
            }

            _isStarted.Set();
            WaitForExit();
        }

        private IOException? Filter(SystemCallFilter? sockets)
        {
            if (start.ThreadFilter is { } denials && denials.Apply(listens: false) < 0)
            {
                return new IOException("The kernel refuses the system call filter.");
            }

            return sockets is null || (_listener = sockets.Apply(listens: true)) > 0
                ? null
                : new IOException("The kernel refuses the socket filter.");
        }

        private void WaitForExit()
        {
            if (_failure is not null)
            {
                return;
            }

            PolledDescriptor[] polled = [new() { Descriptor = _descriptor, Events = LibC.Readable }];
            while (_descriptor >= 0 && LibC.Poll(polled, 1, -1) < 0 && Marshal.GetLastPInvokeError() == LibC.Interrupted)
            {
            }

            // Where the kernel has no descriptors of processes, or the process is gone already.
            while (_descriptor < 0 && LibC.Signal(_id, 0) == 0)
            {
                Thread.Sleep(20);
            }
        }

        public void Dispose()
        {
            _ = _listener >= 0 ? LibC.Close(_listener) : 0;
            _ = _descriptor >= 0 ? LibC.Close(_descriptor) : 0;
            _isStarted.Dispose();
        }
    }
}
