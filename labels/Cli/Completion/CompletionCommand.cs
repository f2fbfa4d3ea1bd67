using System.CommandLine;
using AiLabels.Cli.Terminal;

namespace AiLabels.Cli.Completion;

/// <summary><c>ailabels completion SHELL</c></summary>
internal sealed class CompletionCommand : DetailedCommand
{
    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    private readonly Argument<string> _shell = new("SHELL") { Description = "The shell.", HelpName = string.Join('|', Shells) };

    public CompletionCommand()
        : base(
            "completion",
            "Print a script that completes commands and options in a shell.",
            """
            In ~/.bashrc:                  source <(ailabels completion bash)
            In ~/.zshrc, after compinit:   source <(ailabels completion zsh)
            In ~/.config/fish/config.fish: ailabels completion fish | source
            In $PROFILE of PowerShell 7:   ailabels completion pwsh | Out-String | Invoke-Expression
            """)
    {
        _shell.AcceptOnlyFromAmong(Shells);
        Add(_shell);
        SetAction(result => result.InvocationConfiguration.Output.Write(Script(result.GetRequiredValue(_shell))));
    }

    private static string Script(string shell)
    {
        using var reader = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream($"completion.{shell}")!);
        return reader.ReadToEnd();
    }
}
