using System.Globalization;
using AiLabels.Reports;
using VideoGate.Bench;
using VideoGate.Bench.Labels;

// The label reader beside its peers: `dotnet run -c Release --project tests/bench/labels -- --help`.
const string Usage = """
    dotnet run -c Release --project tests/bench/labels -- [COMMAND]

    verdict [REPEATS]       the verdict by metadata of small and big files, beside exiftool, ffprobe, mediainfo, MetadataExtractor and c2pa-rs, as programs
                            and in their processes, and beside the least that any reader must do
    credentials [REPEATS]   validation of small and big signed files, beside c2pa-rs and a bare SHA-256
    folder [FILES]          files per second over a folder of small files, on 1 and 2 threads
    command [PROGRAM]       the command as native code, beside mediainfo and exiftool: one file, and a folder of 200; PROGRAM saves publishing it
    mutate [FILES]          damaged and forged files; ends with the first that breaks a limit
    hostile [peers]         files made to hang a reader, each in under a second; with peers, exiftool and c2pa-rs on them too (up to a minute each)
    long                    recordings of hours and of one mdat a frame, each in under a second
    label                   a label in the metadata of sparse files of 1 and 3 GiB: ready in under a second, however long the media
    (nothing)               verdict, credentials and folder

    The inputs are made once, with ffmpeg and c2pa-rs, under .local/bench-labels (2.5 GB). ./test.sh installs the peers, all but mediainfo.
    """;

const string Folder = ".local/bench-labels";

switch (args)
{
    case []:
        await VerdictAsync(5);
        await CredentialsAsync(3);
        await FolderAsync(10_000);
        return 0;
    case ["verdict", .. var repeats]:
        await VerdictAsync(Number(repeats, 5));
        return 0;
    case ["credentials", .. var repeats]:
        await CredentialsAsync(Number(repeats, 3));
        return 0;
    case ["folder", .. var files]:
        await FolderAsync(Number(files, 10_000));
        return 0;
    case ["command", .. var program]:
        Console.WriteLine(Machine.Describe());
        await CommandRace.RunAsync(Inputs.In(Folder), program is [var native] ? native : null, repeats: 11);
        return 0;
    case ["mutate", .. var count]:
        Console.WriteLine(Machine.Describe());
        Mutants.Run(Number(count, 200_000));
        return 0;
    case ["hostile", .. var peers]:
        Console.WriteLine(Machine.Describe());
        return await HostileShapes.RunAsync(withPeers: peers is ["peers"]) == 0 ? 0 : 1;
    case ["long"]:
        Console.WriteLine(Machine.Describe());
        return await LongRecordings.RunAsync() == 0 ? 0 : 1;
    case ["label"]:
        Console.WriteLine(Machine.Describe());
        return await LabelWriting.RunAsync() == 0 ? 0 : 1;
    case ["read", var path, .. var roots]:
        // Started by the other commands to measure a separate process.
        await Contender.ReportAsync(path, roots is [var pem]
            ? new LabelReaderOptions { SignerAnchors = TrustAnchors.FromPem(await File.ReadAllTextAsync(pem)) }
            : new LabelReaderOptions { CheckContentHash = false });
        return 0;
    case ["extract", var path]:
        Contender.Extract(path);
        return 0;
    default:
        await (args is ["--help" or "-h"] ? Console.Out : Console.Error).WriteLineAsync(Usage);
        return args is ["--help" or "-h"] ? 0 : 2;
}

async Task VerdictAsync(int repeats) => await Verdicts.RunAsync(await InputsAsync(), repeats);

async Task CredentialsAsync(int repeats) => await Credentials.RunAsync(await InputsAsync(), repeats);

async Task FolderAsync(int files) => await FolderRun.RunAsync(await InputsAsync(), files, repeats: 3);

static async Task<Inputs> InputsAsync()
{
    Console.WriteLine(Machine.Describe());
    return await Inputs.MakeAsync(Folder);
}

static int Number(string[] texts, int otherwise) => texts is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
