using System.CommandLine;
using System.CommandLine.Parsing;

namespace AiLabels.Cli.Gate;

/// <summary>Options that name a gate and what is declared to it.</summary>
internal sealed class GateOptions
{
    /// <summary>Environment variable with the access token: a command line can be read by other processes.</summary>
    public const string TokenVariable = "GATE_TOKEN";

    private const string AddressVariable = "GATE_ADDRESS";
    private static readonly string[] Declarations = ["notAsked", "notAi", "realCapture", "edited", "generated"];

    private readonly Option<string?> _address = new("--address")
    {
        Description = $"Address of the gate, such as https://gate.example.com; default: {AddressVariable}.",
        HelpName = "URL",
    };

    private readonly Option<string?> _declaration = new("--declaration")
    {
        Description = "What is declared about AI: notAsked (published videos only), notAi, realCapture, edited or generated.",
        HelpName = string.Join('|', Declarations),
    };

    private readonly Option<string[]> _jurisdictions = new("--jurisdiction")
    {
        Description = "Where the audience is, such as CN, EU or US-CA; may be given several times.",
        HelpName = "CODE",
    };

    public GateOptions() => _declaration.AcceptOnlyFromAmong(Declarations);

    public IEnumerable<Option> All => [_address, _declaration, _jurisdictions];

    /// <summary>Adds an error unless the gate is known and may be sent a token.</summary>
    public void Check(CommandResult result)
    {
        if (AddressOf(result.GetValue(_address)) is not { } address)
        {
            result.AddError($"--address is missing: the gate's address, or {AddressVariable}.");
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            result.AddError("--address must begin with https://, except on this machine: the token would be readable on its way.");
        }

        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(TokenVariable)))
        {
            result.AddError($"{TokenVariable} is not set: the access token.");
        }
    }

    public GateClient ClientOf(ParseResult result) =>
        new(AddressOf(result.GetValue(_address))!, Environment.GetEnvironmentVariable(TokenVariable)!);

    public GateDeclaration DeclarationOf(ParseResult result) => new(result.GetValue(_declaration), result.GetValue(_jurisdictions) ?? []);

    private static Uri? AddressOf(string? option) =>
        Uri.TryCreate(option ?? Environment.GetEnvironmentVariable(AddressVariable), UriKind.Absolute, out var address)
        && address.Scheme.StartsWith(Uri.UriSchemeHttp, StringComparison.Ordinal)
            ? address
            : null;
}
