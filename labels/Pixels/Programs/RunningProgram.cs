using System.Diagnostics;

namespace AiLabels.Pixels.Programs;

/// <summary>One run of a <see cref="ContainedProgram"/>. Disposing kills it if it still runs.</summary>
public sealed class RunningProgram : IAsyncDisposable
{
    private const int KilledCode = 128 + 9;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MeasuredEvery = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;
    private readonly ProgramLimits _limits;
    private readonly CancellationToken _cancellation;
    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenRegistration _onDeadline;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Task _input;
    private readonly Task<string> _errors;
    private readonly Timer _measuring;
    private ProgramEnding _ending = ProgramEnding.Exited;

    internal RunningProgram(Process process, ProgramLimits limits, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        _process = process;
        _limits = limits;
        _cancellation = cancellation;
        _input = FeedAsync(process.StandardInput.BaseStream, input);
        _errors = TextTail.ReadAsync(process.StandardError.BaseStream);
        _deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _onDeadline =
            _deadline.Token.Register(() => Kill(cancellation.IsCancellationRequested ? ProgramEnding.Abandoned : ProgramEnding.TimeLimit));
        _deadline.CancelAfter(limits.Time);
        _measuring = new(_ => Measure(), null, MeasuredEvery, MeasuredEvery);
        Output = new LimitedStream(
            process.StandardOutput.BaseStream, limits.Output, () => Kill(ProgramEnding.OutputLimit), _deadline.Token);
    }

    /// <summary>Its standard output, which ends early if the program does. Read it to the end before <see cref="WaitAsync"/>.</summary>
    public Stream Output { get; }

    /// <summary>CPU time that it used, all threads together, as last measured: at most a tenth of a second is missing.</summary>
    public TimeSpan CpuTime { get; private set; }

    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public async Task<ProgramResult> WaitAsync()
    {
        Measure();
        await _process.WaitForExitAsync(CancellationToken.None);
        var elapsed = Stopwatch.GetElapsedTime(_started);
        await SettleAsync(_deadline.Token);
        _cancellation.ThrowIfCancellationRequested();
        return new(EndingOf(elapsed), _process.ExitCode, _errors.IsCompleted ? await _errors : "");
    }

    public async ValueTask DisposeAsync()
    {
        Kill(ProgramEnding.Abandoned);
        await _process.WaitForExitAsync(CancellationToken.None);
        using var grace = new CancellationTokenSource(Grace);
        await SettleAsync(grace.Token);
        await _measuring.DisposeAsync();
        await _onDeadline.DisposeAsync();
        _deadline.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// Waits for the pipes, which close with the program unless a child that left its process tree keeps them open; such a child is not
    /// waited for.
    /// </summary>
    private async Task SettleAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.WhenAll(_input, _errors).WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            _ending = ProgramEnding.TimeLimit;
        }
    }

    /// <summary>
    /// At the CPU limit the kernel sends the same signal as any kill; the limit is assumed only if all processors together could have used
    /// that much time.
    /// </summary>
    private ProgramEnding EndingOf(TimeSpan elapsed) => (_ending, _process.ExitCode) switch
    {
        (not ProgramEnding.Exited, _) => _ending,
        (_, KilledCode) when elapsed * Environment.ProcessorCount >= _limits.CpuTime => ProgramEnding.CpuLimit,
        (_, > 128 and < 128 + 65) => ProgramEnding.Killed,
        _ => ProgramEnding.Exited,
    };

    /// <summary>The kernel forgets the time of a process when it has been waited for.</summary>
    private void Measure()
    {
        if (!_process.HasExited && ProcessorTime.Of(_process.Id) is var time && time > CpuTime)
        {
            CpuTime = time;
        }
    }

    private void Kill(ProgramEnding because)
    {
        if (!_process.HasExited)
        {
            _ending = because;
            _process.Kill(entireProcessTree: true);
        }
    }

    private static async Task FeedAsync(Stream stream, ReadOnlyMemory<byte> input)
    {
        try
        {
            await using (stream)
            {
                await stream.WriteAsync(input);
            }
        }
        catch (IOException)
        {
            // It ended, or closed its input, without reading all of it: its exit code shows whether it succeeded.
        }
    }
}
