using System.Globalization;
using VideoGate.Bench;
using VideoGate.Bench.Workflow;
using VideoGate.Bench.Workflow.Faults;
using VideoGate.Bench.Workflow.Folders;
using VideoGate.Bench.Workflow.Published;
using VideoGate.Testing.App;

// Cost and soundness of the whole workflow: `dotnet run -c Release --project tests/bench/workflow -- [uploads N
// | crash UPLOADS WORKER_KILLS HOST_KILLS OUTAGE_SECONDS | faults [NAME …] | big GIB | uploaders COUNT | folder PATH [POLICY]
// | published [CONNECTION]]`.
Console.WriteLine(Machine.Describe());
switch (args)
{
    case []:
        await Throughput.RunAsync(flood: 100);
        return 0;
    case ["uploads", var count]:
        await Throughput.RunAsync(Number(count));
        return 0;
    case ["crash"]:
        await Crash.RunAsync(new Chaos(WorkerKills: 5, HostKills: 3, TimeSpan.FromSeconds(30)), uploads: 30);
        return 0;
    case ["crash", var uploads, var workerKills, var hostKills, var outage]:
        await Crash.RunAsync(new Chaos(Number(workerKills), Number(hostKills), TimeSpan.FromSeconds(Number(outage))), Number(uploads));
        return 0;
    case ["faults", .. var names]:
        return await FaultBench.RunAsync(names);
    case ["folder", var path]:
        return await FolderBench.RunAsync(path, "cn-labeling-measures");
    case ["folder", var path, var policy]:
        return await FolderBench.RunAsync(path, policy);
    case ["published"]:
        return await PublishedBench.RunAsync("UseDevelopmentStorage=true");
    case ["published", var connection]:
        return await PublishedBench.RunAsync(connection);
    case ["big", var gibibytes]:
        await BigFile.RunAsync(Number(gibibytes));
        return 0;
    case ["uploaders", var count]:
        await Uploaders.RunAsync(Number(count));
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            Usage: [uploads N | crash [UPLOADS WORKER_KILLS HOST_KILLS OUTAGE_SECONDS] | faults [NAME …] | big GIB | uploaders COUNT
                | folder PATH [POLICY] | published [CONNECTION]]
            """);
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
