using System.CommandLine;

namespace AiLabels.Cli.Gate;

/// <summary><c>ailabels gate</c></summary>
internal sealed class GateCommand : Command
{
    public GateCommand()
        : base("gate", "Work with a moderation gate, VideoGate.") => Add(new ImportCommand());
}
