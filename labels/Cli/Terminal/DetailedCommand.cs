using System.CommandLine;

namespace AiLabels.Cli.Terminal;

/// <summary>A command whose help ends with details, which the list of commands does not show.</summary>
/// <param name="description">One sentence.</param>
internal class DetailedCommand(string name, string description, string details) : Command(name, description)
{
    public string Details { get; } = details;
}
