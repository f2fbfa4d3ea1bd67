using System.CommandLine;
using AiLabels.Cli.Inspect;
using AiLabels.Cli.Terminal;

namespace AiLabels.Cli.Gate;

/// <summary><c>ailabels gate import TARGET</c></summary>
internal sealed class ImportCommand : DetailedCommand
{
    private const int FastestRate = 6000;

    private const string Help = """
        published/PREFIX starts an import of the videos that the gate's container holds and no case owns, waits for its dry run, and prints
        what would change. --apply carries it out. The token needs the role SeniorModerator. The import runs in the gate: interrupt the
        command, and follow it with --import.

        A folder is uploaded file by file, as an uploader does; the token needs the role Uploader. A file of state in the folder names what
        was uploaded: the same command goes on where it was interrupted.

        Exit codes:
          0    everything was imported
          1    a file or the import failed, or the gate refused
          2    usage error; nothing was sent
          130  interrupted; the same command goes on
        """;

    private readonly Argument<string> _target = new("TARGET") { Description = "A folder of videos; or published, or published/PREFIX." };
    private readonly GateOptions _gate = new();

    private readonly Option<int> _rate = new("--rate")
    {
        Description = "Files of a folder that are uploaded in a minute, at most.",
        HelpName = "N",
        DefaultValueFactory = static _ => 30,
    };

    private readonly Option<string?> _state = new("--state")
    {
        Description = "File that names what was uploaded; default: .ailabels-import in the folder.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _import = new("--import")
    {
        Description = "Follow this import instead of starting one.",
        HelpName = "ID",
    };

    private readonly Option<bool> _apply = new("--apply") { Description = "Carry out what the dry run decided, once it is complete." };

    private readonly Option<bool> _quarantine = new("--quarantine")
    {
        Description = "Take published videos that the policies quarantine off line; without it they wait for a moderator where they are.",
    };

    private readonly Option<string?> _report = new("--report")
    {
        Description = "Write what changes about each published video into this file, as CSV.",
        HelpName = "FILE",
    };

    public ImportCommand()
        : base("import", "Take existing videos through a gate: those that it published already, or those of a folder.", Help)
    {
        Add(_target);
        foreach (var option in (Option[])[.. _gate.All, _rate, _state, _import, _apply, _quarantine, _report])
        {
            Add(option);
        }

        _rate.Validators.Add(ReaderOptions.UpTo(FastestRate));
        Validators.Add(_gate.Check);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult result, CancellationToken cancellation)
    {
        var consoles = Consoles.Of(result.InvocationConfiguration);
        var target = result.GetRequiredValue(_target);
        using var client = _gate.ClientOf(result);
        try
        {
            if (Directory.Exists(target))
            {
                var state = new ImportState(result.GetValue(_state) ?? Path.Join(target, ImportState.DefaultName));
                return await new FolderImport(client, consoles, _gate.DeclarationOf(result), result.GetValue(_rate), state)
                    .RunAsync(target, cancellation);
            }

            if (PublishedImport.PrefixOf(target) is not { } prefix)
            {
                consoles.Fail(target, "it is neither a folder nor published/PREFIX; check the name");
                return ExitCode.SomeFileFailed;
            }

            var import = new PublishedImport(client, consoles, result.GetValue(_report));
            return await import.RunAsync(
                prefix, _gate.DeclarationOf(result), result.GetValue(_import), result.GetValue(_apply), result.GetValue(_quarantine),
                cancellation);
        }
        catch (GateException refused)
        {
            consoles.Fail(target, refused.Message);
            return ExitCode.SomeFileFailed;
        }
    }
}
