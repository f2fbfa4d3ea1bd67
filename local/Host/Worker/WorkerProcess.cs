using System.Diagnostics;

namespace VideoGate.Local.Host.Worker;

/// <summary>One process of the worker. It ends with this host, however this host ends.</summary>
internal sealed class WorkerProcess
{
    private const string ParentDeathSignal = "/usr/bin/setpriv";

    private readonly Process _process;
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private WorkerProcess(Process process) => _process = process;

    /// <summary>Completes with the exit code.</summary>
    public Task<int> Exited => _exited.Task;

    /// <param name="appFolder">Holds <c>worker.config.json</c>, which names the program.</param>
    /// <param name="rpc">Address on which the host listens for the worker.</param>
    /// <param name="workerId">Id that the worker sends when it connects.</param>
    /// <param name="print">Receives each line that the worker prints.</param>
    public static WorkerProcess Start(string appFolder, string program, Uri rpc, string workerId, Action<string> print)
    {
        string[] command =
        [
            "dotnet", Path.Combine(appFolder, program), $"--functions-uri={rpc}", $"--functions-request-id={Guid.NewGuid()}",
            $"--functions-worker-id={workerId}", $"--functions-grpc-max-message-length={int.MaxValue}",
        ];
        var start = File.Exists(ParentDeathSignal)
            ? new ProcessStartInfo(ParentDeathSignal, ["--pdeathsig", "KILL", "--", .. command])
            : new ProcessStartInfo(command[0], command[1..]);
        start.WorkingDirectory = appFolder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["FUNCTIONS_APPLICATION_DIRECTORY"] = appFolder;
        start.Environment["FUNCTIONS_WORKER_DIRECTORY"] = appFolder;

        var process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var worker = new WorkerProcess(process);
        process.Exited += (_, _) => worker._exited.TrySetResult(process.ExitCode);
        process.OutputDataReceived += (_, line) => Print(line.Data, print);
        process.ErrorDataReceived += (_, line) => Print(line.Data, print);
        EternalThread.Run(() => process.Start());
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return worker;
    }

    /// <summary>Waits for the process to exit, then kills it and its children.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        try
        {
            await Exited.WaitAsync(grace);
        }
        catch (TimeoutException)
        {
            Kill();
            await Exited;
        }
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already exited.
        }
    }

    private static void Print(string? line, Action<string> print)
    {
        if (line is not null)
        {
            print(line);
        }
    }
}
